import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages, layeredStyles } from '../vite/plugins.ts';

/** The page's own plugins, without those that write its document. */
export default defineConfig({
  plugins: [compiledMessages(), layeredStyles(), react()],
  build: { target: ['chrome123', 'firefox121', 'safari17.5'] },
});
