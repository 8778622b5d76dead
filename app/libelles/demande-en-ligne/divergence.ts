/** Somebody else answered meanwhile. */
export const phraseDivergence = ({ leur, qui }: { leur: string; qui: string }): string =>
  leur === ''
    ? `${qui} a effacé cette réponse pendant que vous écriviez. La vôtre n’est pas encore enregistrée.`
    : `${qui} a écrit «\u00a0${leur}\u00a0» pendant que vous écriviez. Votre réponse n’est pas encore enregistrée.`
