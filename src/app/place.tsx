import { createContext, use } from 'react';

/** Where the pages stand. */
export interface Place {
  /** A document of their own, the whole of a frame in somebody else's page, or a part of such a page. */
  readonly kind: 'page' | 'frame' | 'component';
  /** The way from page to page: beside them, above them, or the host's own. */
  readonly navigation: 'side' | 'tabs' | 'none';
  /** The language a host wants. Without it the account decides. */
  readonly locale?: string | undefined;
  /** Of a part of somebody's page: light or dark, or as the device; light by default. */
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
}

const ownDocument: Place = { kind: 'page', navigation: 'side' };

const PlaceContext = createContext<Place>(ownDocument);

/** Says where everything below stands; without it, in a document of its own. */
export const PlaceProvider = PlaceContext;

export const usePlace = (): Place => use(PlaceContext);
