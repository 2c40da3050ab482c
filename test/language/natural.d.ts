// The one function of natural that the stems are held to, by its deep path: the whole package costs half a second and prints.
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const porter: { stem(word: string): string }
  export default porter
}
