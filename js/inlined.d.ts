/** Files that the build puts into the code, as base64. */
declare module "*.wasm" {
  const base64: string;
  export default base64;
}
declare module "*.lexicon" {
  const base64: string;
  export default base64;
}

/** Data files that the build puts into the code as they are. */
declare module "*.tsv" {
  const rows: string;
  export default rows;
}

/** Files that workerd hands over as bytes. */
declare module "*.bin" {
  const bytes: ArrayBuffer;
  export default bytes;
}
