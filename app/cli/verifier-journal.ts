import { compter } from '#domain/nombre'
import type { Commande } from '#cli/commande'
import { verifierJournal as verifier } from '#queries/cadre/verifier-journal'

/** Says whether the journal is as it was written. A rupture is an answer, not a failure of the command. */
export const verifierJournal: Commande = {
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  run: async ({ db }) => {
    const etat = await verifier(await db())
    const texte = etat.intact
      ? `Le journal est intact\u00a0: ${compter(etat.entrees, 'entrée')}, chacune à sa place.`
      : `Le journal a été touché\u00a0: la première entrée qui ne suit pas la précédente est la n°\u00a0${etat.premiereRupture}.`
    return { ok: true, json: etat, texte }
  },
}
