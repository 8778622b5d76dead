type Dite = { leur: string; qui: string }

/** Somebody else answered meanwhile, or oneself elsewhere. */
export function phraseDivergence({ leur, qui }: Dite): string {
  if (qui === '')
    return leur === ''
      ? 'Entre-temps, cette réponse a été effacée. La vôtre n’est pas encore enregistrée.'
      : `Entre-temps, une autre réponse a été enregistrée\u00a0: «\u00a0${leur}\u00a0». La vôtre ne l’est pas encore.`
  return leur === ''
    ? `${qui} a effacé cette réponse pendant que vous écriviez. La vôtre n’est pas encore enregistrée.`
    : `${qui} a écrit «\u00a0${leur}\u00a0» pendant que vous écriviez. Votre réponse n’est pas encore enregistrée.`
}
