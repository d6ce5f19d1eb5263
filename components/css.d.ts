/** Style sheets are imported for their effect alone: the bundler turns them into files of the page. */
declare module '*.css';
