/** The same as `history`, in one file. */
declare module 'history/history.production.min.js' {
  export * from 'history';
}
