/** Files that the build puts into the code, as base64. */
declare module "*.wasm" {
  const base64: string;
  export default base64;
}
declare module "*.lexicon" {
  const base64: string;
  export default base64;
}

/** Tables that the build puts into the code, row by row and cell by cell, without what is said about them. */
declare module "*.tsv" {
  const rows: readonly (readonly string[])[];
  export default rows;
}

/** Files that workerd hands over as bytes. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
