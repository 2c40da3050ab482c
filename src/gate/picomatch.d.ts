// The one function of picomatch that is used; the package brings no types.
declare module 'picomatch' {
  const picomatch: { isMatch(text: string, glob: string, options?: { basename?: boolean; dot?: boolean; nonegate?: boolean }): boolean }
  export default picomatch
}
