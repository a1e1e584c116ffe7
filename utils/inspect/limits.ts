/**
 * What is read of a project at most. The bounds are for hostile input: an ordinary assignment comes nowhere near them. Every one that is met is
 * told as skipped.
 */
export const limits = {
  /** Files that are read. The largest templates that people are sent have a few thousand. */
  files: 20_000,
  /** Files of installed packages that are read besides: a project of 20,000 of its own must not go unread for their sake. */
  installedFiles: 10_000,
  /** Files with settings that start something, which are read behind those all the same. */
  lateSettings: 1_000,
  /** Entries that are counted; whoever packs more wants to keep readers busy. */
  entries: 200_000,
  /** Bytes of a file that are kept when it is text. A minified bundle has one million; nobody reads more. */
  text: 2_000_000,
  /** Bytes of a file that are kept when it is no text: enough for every magic number, and what git looks at to tell text. */
  start: 8_192,
  /** Bytes of an archive inside the archive that is opened; those inside it are not. */
  nestedArchive: 20_000_000,
  /** Bytes kept in all: the goal is 5,000 files of 50 MB in less than 300 MB of memory, and a parsed file takes four times its text. */
  kept: 50_000_000,
  /** Bytes unpacked from single entries in all: three times what is kept, and some seconds of work on one core if they are packed like a bomb. */
  unpacked: 150_000_000,
  /** Bytes of a packed stream (tar.gz) in all: it has to be unpacked up to its end. Three seconds on one core. */
  stream: 1_000_000_000,
  /** Unpacked bytes for a packed one. Sources pack to a fifth; deflate ends at 1032, and only for what says nothing. */
  ratio: 200,
  /** Unpacked bytes below which a ratio means nothing: a table of zeros packs as well as a bomb. */
  ratioFrom: 50_000_000,
  /** Parts of a path: Windows and Linux allow 260 and 4096 characters, and node_modules no longer nest. */
  depth: 64,
  pathLength: 1_024,
  /** Places named for one reason; the others are counted. */
  namedSkips: 100,
} as const;
