// Unpacks gzip where the browser has no DecompressionStream (before 2023). RFC 1951 and 1952.

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
  83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5,
  5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513,
  769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const GZIP_HEADER = 10; // bytes; the report writes no optional fields

/** A canonical Huffman code: how many codes have each length, and the symbols in code order. */
function huffman(lengths) {
  const counts = new Uint16Array(16);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  const next = new Uint16Array(17);
  for (let length = 1; length < 16; length += 1) next[length + 1] = next[length] + counts[length];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => { if (length) symbols[next[length]++] = symbol; });
  return { counts, symbols };
}

/** The bytes of a gzip file of one member. */
function inflate(input) {
  const size = new DataView(input.buffer, input.byteOffset).getUint32(input.length - 4, true);
  const output = new Uint8Array(size);
  let at = GZIP_HEADER, held = 0, holding = 0, filled = 0;

  function bits(count) {
    while (holding < count) { held |= input[at++] << holding; holding += 8; }
    const value = held & ((1 << count) - 1);
    held >>>= count;
    holding -= count;
    return value;
  }

  function symbol(code) {
    let value = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length += 1) {
      value |= bits(1);
      const count = code.counts[length];
      if (value - first < count) return code.symbols[index + value - first];
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new Error("gzip");
  }

  function stored() {
    held = holding = 0;
    const length = input[at] | (input[at + 1] << 8);
    output.set(input.subarray(at + 4, at + 4 + length), filled);
    at += 4 + length;
    filled += length;
  }

  function fixedCodes() {
    const lengths = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
    return [huffman(lengths), huffman(Array(30).fill(5))];
  }

  function dynamicCodes() {
    const literals = bits(5) + 257, distances = bits(5) + 1, codes = bits(4) + 4;
    const order = Array(19).fill(0);
    for (let i = 0; i < codes; i += 1) order[CODE_ORDER[i]] = bits(3);
    const code = huffman(order), lengths = [];
    while (lengths.length < literals + distances) {
      const value = symbol(code);
      if (value < 16) lengths.push(value);
      else {
        const repeat = value === 16 ? 3 + bits(2) : value === 17 ? 3 + bits(3) : 11 + bits(7);
        const what = value === 16 ? lengths[lengths.length - 1] : 0;
        for (let i = 0; i < repeat; i += 1) lengths.push(what);
      }
    }
    return [huffman(lengths.slice(0, literals)), huffman(lengths.slice(literals))];
  }

  function block([literal, distance]) {
    for (let value = symbol(literal); value !== 256; value = symbol(literal)) {
      if (value < 256) { output[filled++] = value; continue; }
      const length = LENGTH_BASE[value - 257] + bits(LENGTH_BITS[value - 257]);
      const far = symbol(distance);
      const back = DISTANCE_BASE[far] + bits(far < 4 ? 0 : (far >> 1) - 1);
      for (let i = 0; i < length; i += 1, filled += 1) output[filled] = output[filled - back];
    }
  }

  for (let last = 0; !last;) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) stored();
    else block(kind === 1 ? fixedCodes() : dynamicCodes());
  }
  return output;
}

/** The data of the page: base64, gzip, JSON. */
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (typeof DecompressionStream === "undefined") {
    return JSON.parse(new TextDecoder().decode(inflate(bytes)));
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
