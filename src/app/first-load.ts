/**
 * What the first page is made of and other pages share. Imported by the entry, so that it is part of
 * its one file; left to itself, the bundler makes a file, hence a request, of every set of modules
 * that the same pages share. `npm run size` fails when the first page needs more than two files.
 */
import '../form/form-card.tsx';
import '../form/language/language-field.tsx';
import '../form/text-field.tsx';
import '../form/time-zone/time-zone-field.tsx';
import '../i18n/dates.ts';
import '../pages/use-user-form.ts';
import '../ui/badge.tsx';
