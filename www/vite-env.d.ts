interface ImportMeta {
  readonly env: { readonly MODE: string };
}

/** Of build/characters.ts. */
declare module "virtual:characters" {
  export const FAR: readonly number[];
  export const STEP: readonly number[];
  export const LOW: readonly number[];
  export const HIGH: readonly number[];
}
