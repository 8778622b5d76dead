import { accorder, compter } from '#domain/nombre'

/** « 2 points bloquent ce dossier\u00a0: … »: what a refused act answers. */
export const phraseBloquants = (n: number): string =>
  `${accorder(n, 'Un point bloque', `${compter(n, 'point')} bloquent`)} ce dossier\u00a0: réglez-le, ou faites passer outre par un responsable (encadré «\u00a0Ce qui bloque\u00a0»).`
