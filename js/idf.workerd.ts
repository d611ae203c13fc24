/** The same where the runtime hands over the file as bytes. */
import bytes from "./quandian-idf.bin";

export const idf: ArrayBuffer = bytes;
