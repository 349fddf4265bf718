import { createContext, use } from 'react';

/**
 * What the ids below begin with. In a document of their own fields and cards are called by their
 * plain names, which deep links name; in somebody else's such names may be taken.
 */
export const IdPrefix = createContext('');

/** The id of what is called `name` here. */
export function useOwnId<Name extends string | undefined>(name: Name): Name {
  const prefix = use(IdPrefix);
  return (name === undefined ? name : prefix + name) as Name;
}
