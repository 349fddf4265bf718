import { createContext, use } from 'react';
import type { FrameTheme } from '../embed/protocol.ts';

/** Where the pages stand. */
export interface Place {
  /** A document of their own, or the whole of a frame in somebody else's page. */
  readonly kind: 'page' | 'frame';
  /** The way from page to page: beside them, above them, or the host's own. */
  readonly navigation: 'side' | 'tabs' | 'none';
  /** The language a host wants. Without it the account decides. */
  readonly locale?: string | undefined;
  /** How a host wants the pages to look. Without a host the account decides. */
  readonly theme?: FrameTheme | undefined;
}

const ownDocument: Place = { kind: 'page', navigation: 'side' };

const PlaceContext = createContext<Place>(ownDocument);

/** Says where everything below stands; without it, in a document of its own. */
export const PlaceProvider = PlaceContext;

export const usePlace = (): Place => use(PlaceContext);
