/** jieba's table of inverse document frequencies, where it is served beside the code. Bundlers find it by this line. */
export const idf = new URL("./quandian-idf.bin", import.meta.url);
