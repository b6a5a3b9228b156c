declare module 'subset-font' {
  /** The font with nothing but the glyphs of `text`, as HarfBuzz cuts it. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; layoutFeatures?: readonly string[] },
  ): Promise<Buffer>
}
