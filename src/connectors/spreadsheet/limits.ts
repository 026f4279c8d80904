/** A limit on everything that a file could make us hold or do. What a limit stops is refused with the place. */

/** Default for the setting `sizeMaxMib`; plain and unpacked text alike. */
export const SIZE_MAX_MIB = 2_048;
/** Excel's own limit; a CSV cell beyond it would not survive being opened there. */
export const CELL_CHARS_MAX = 32_767;
export const COLUMNS_MAX = 1_000;
export const ROWS_MAX = 5_000_000;
/** One CSV row. An opening quote without an end would otherwise swallow the file. */
export const ROW_CHARS_MAX = 4 * 1024 * 1024;

/** Work is done in pieces of this size, however large the pieces are that we are handed. */
export const CHUNK_BYTES = 128 * 1024;
/** Deflate makes at most 1,032 times as much, so one piece unpacks to 16 MiB at worst before the limits are looked at. */
export const PACKED_CHUNK_BYTES = 16 * 1024;
/** How much text (from the first byte that is not ASCII) decides about the encoding, and about the delimiter. */
export const SAMPLE_BYTES = 64 * 1024;

/** Real tables reach a ratio of 50; a bomb needs hundreds. Below the free size nobody is hurt. */
export const UNPACK_RATIO_MAX = 300;
export const UNPACK_FREE_BYTES = 64 * 1024 * 1024;
/** The XML of a worksheet is several times as long as its text. */
export const XML_TO_TEXT_RATIO = 4;
/** A gzip of a zip of an Excel file; nobody needs more. */
export const NESTING_MAX = 3;

export const ZIP_ENTRIES_MAX = 10_000;
export const ZIP_DIRECTORY_BYTES_MAX = 16 * 1024 * 1024;
/** One tag, comment or text between two tags. */
export const XML_TOKEN_CHARS_MAX = 1024 * 1024;
export const XML_DEPTH_MAX = 100;
/** Relations, the list of sheets, the styles: parts we hold as a whole. */
export const XML_PART_BYTES_MAX = 64 * 1024 * 1024;
export const SHARED_STRINGS_MAX = 8_000_000;
export const SHARED_STRING_BYTES_MAX = 256 * 1024 * 1024;

/** The header is looked for in this many rows. */
export const HEADER_SEARCH_ROWS = 100;
/** Skipped rows in one summary record; then the next one begins. */
export const SKIPPED_ROWS_PER_SUMMARY = 1_000;
/** How much of a cell a message shows. */
export const SHOWN_CHARS_MAX = 80;
