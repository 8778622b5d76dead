import { type Commande, EXIT, stop } from '#cli/commande'
import { parseNumero } from '#domain/dossier/numero'
import { completudeDossier } from '#queries/piece/completude-dossier'

/** Says what a dossier still lacks, and what was noticed of its files. */
export const completude: Commande = {
  usage: 'NUMERO',
  positionals: { min: 1, max: 1 },
  options: {},
  run: async ({ db }, { positionals: [texte = ''] }) => {
    const numero = parseNumero(texte)
    if (!numero) return stop(`Un numéro de dossier s’écrit comme 2025-01234, et non ${texte}.`, EXIT.usage)
    const dossier = await completudeDossier(await db(), numero)
    if (!dossier) return { ok: false, erreur: `Aucun dossier ne porte le n°\u00a0${numero}.` }
    const liste = (titre: string, codes: string[]) => (codes.length > 0 ? [`${titre}\u00a0: ${codes.join(', ')}`] : [])
    return {
      ok: true,
      json: dossier,
      texte: [
        `Dossier ${numero}\u00a0: ${dossier.complet ? 'complet' : 'incomplet'}.`,
        ...liste('Manquantes', dossier.manquantes),
        ...liste('À contrôler', dossier.aControler),
        ...liste('Non conformes', dossier.nonConformes),
        ...dossier.signalements.map(({ fichier, detail }) => `${fichier}\u00a0: ${detail}`),
      ].join('\n'),
    }
  },
}
