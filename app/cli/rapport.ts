import path from 'node:path'
import { compter } from '#domain/nombre'
import { type Commande, required } from '#cli/commande'
import { isTypeRapport, TYPES_RAPPORT } from '#domain/rapport/rapport'
import { construireRapport } from '#usecases/rapport/construire-rapport'

/** Builds a workbook here and now, the same that a worker keeps. */
export const rapport: Commande = {
  usage: 'budget --sortie FICHIER.xlsx [--campagne CODE]',
  positionals: { min: 1, max: 1 },
  options: { sortie: { type: 'string' }, campagne: { type: 'string' } },
  run: async ({ deps, tell }, { positionals: [type = ''], values }) => {
    const chemin = path.resolve(required(values, 'sortie'))
    if (!isTypeRapport(type)) {
      return {
        ok: false,
        erreur: `Le rapport «\u00a0${type}\u00a0» n’est pas de ceux que l’application produit\u00a0: ${TYPES_RAPPORT.join(', ')}.`,
      }
    }
    const open = await deps()
    const campagnes = await open.db.campagne.findMany({ orderBy: { code: 'asc' }, select: { code: true } })
    const codes = campagnes.map(({ code }) => code)
    if (values.campagne && !codes.includes(values.campagne)) {
      return {
        ok: false,
        erreur: `La campagne ${values.campagne} n’existe pas. Campagnes connues\u00a0: ${codes.join(', ') || 'aucune'}.`,
      }
    }
    tell('Construction du rapport…')
    const { lignes, dureeMs } = await construireRapport(open, { type, campagneCode: values.campagne, chemin })
    return {
      ok: true,
      json: { fichier: chemin, lignes, dureeMs },
      texte: `Rapport écrit dans ${chemin}\u00a0: ${compter(lignes, 'ligne')} en ${(dureeMs / 1000).toFixed(1).replace('.', ',')}\u00a0s.`,
    }
  },
}
