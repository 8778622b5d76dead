import path from 'node:path'
import { compter } from '#domain/nombre'
import { type Arguments, type Commande, required } from '#cli/commande'
import { isTypeRapport, type RapportVoulu, type TypeRapport, TYPES_RAPPORT } from '#domain/rapport/rapport'
import { no, ok, type Result } from '#domain/result'
import { formatJour, jourDeParis, parseJour, toDate } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { seanceAPresenter } from '#queries/rapport/rows-commission'
import { construireRapport } from '#usecases/rapport/construire-rapport'

/** Builds a workbook here and now, the same that a worker keeps. */
export const rapport: Commande = {
  usage: 'budget|commission --sortie FICHIER.xlsx [--campagne CODE] [--seance AAAA-MM-JJ]',
  positionals: { min: 1, max: 1 },
  options: { sortie: { type: 'string' }, campagne: { type: 'string' }, seance: { type: 'string' } },
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
    const voulu = await aConstruire(open, type, values)
    if (!voulu.ok) return { ok: false, erreur: voulu.reason }
    tell('Construction du rapport…')
    const { lignes, dureeMs } = await construireRapport(open, {
      ...voulu.value,
      auteur: 'la ligne de commande',
      chemin,
    })
    return {
      ok: true,
      json: { fichier: chemin, lignes, dureeMs },
      texte: `Rapport écrit dans ${chemin}\u00a0: ${compter(lignes, 'ligne')} en ${(dureeMs / 1000).toFixed(1).replace('.', ',')}\u00a0s.`,
    }
  },
}

/** Which rapport is asked for. A list without its day is that of the next séance, or else of the last. */
async function aConstruire(
  { db, now }: DepsFichiers,
  type: TypeRapport,
  { campagne: campagneCode, seance }: Arguments['values'],
): Promise<Result<RapportVoulu>> {
  if (type === 'budget')
    return seance ? no('L’option --seance ne va qu’avec le rapport commission.') : ok({ type, campagneCode })
  const jour = seance === undefined ? null : parseJour(seance)
  if (seance !== undefined && jour === null)
    return no(`--seance attend un jour, comme 2026-12-14\u00a0: «\u00a0${seance}\u00a0» n’en est pas un.`)
  const aujourdhui = toDate(jourDeParis(now()))
  const seanceId = await seanceAPresenter(db, {
    jour: jour === null ? undefined : toDate(jour),
    campagneCode,
    aujourdhui,
  })
  if (seanceId) return ok({ type, seanceId, campagneCode })
  const quand = jour === null ? '' : ` du ${formatJour(jour)}`
  return no(`Aucune séance${quand} ne porte de dossier${campagneCode ? ` de la campagne ${campagneCode}` : ''}.`)
}
