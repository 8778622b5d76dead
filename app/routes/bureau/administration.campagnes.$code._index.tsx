import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hasDroit } from '#domain/acces/droits'
import { type ChampReglement, CHAMPS_DU_DEPOT, CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import { LIBELLE_REFUS_REGLEMENT } from '#libelles/campagne/campagne'
import { direDifference, direEffet } from '#libelles/campagne/effet-reglages'
import { formulaireReglement } from '#libelles/campagne/formulaire-reglement'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'
import { reglementCampagne } from '#queries/campagne/reglement-campagne'
import { CampagneReglement, type ReponseReglement } from '#ui/campagne/campagne-reglement'
import { DUREE_APERCU_MS, prevoirReglages, type ReglagesPrevus } from '#usecases/campagne/prevoir-reglages'
import { reglerCampagne } from '#usecases/campagne/regler-campagne'
import { agentAction, agentLoader } from '#web/agent-route'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ agent, deps, params }) => ({
  ...(await reglementCampagne(deps.db, params.code)),
  ...formulaireReglement(hasDroit(agent, 'envois.regler') ? [] : CHAMPS_DU_DEPOT),
}))

/** Of one field as it is typed, blanks and all: the règlement of the campagne says how much of each it keeps. */
const LONGUEUR_MAX = 40_000
const mots = z.string().max(LONGUEUR_MAX, 'Raccourcissez\u00a0: 40\u00a0000 caractères au plus.')
/** Boxes of one name that are ticked come as several. */
const champ = z
  .union([mots, z.array(mots)])
  .default('')
  .transform((dit) => (Array.isArray(dit) ? dit.join(',') : dit))

const ReglementForm = z.object({
  version: z.coerce.number().int().min(0),
  /** The changes whose effect was shown; none asks to be shown it. */
  changements: z.string().max(100).optional(),
  ...(Object.fromEntries(CHAMPS_REGLEMENT.map((nom) => [nom, champ])) as Record<ChampReglement, typeof champ>),
})

const dire = ({ vu, differences, effets }: ReglagesPrevus) => ({
  vu,
  changements: differences.map(direDifference),
  effets: (['RECEVABILITE', 'BLOQUANTS'] as const).flatMap((quoi) => {
    const effet = effets[quoi]
    return effet ? [{ phrase: direEffet(quoi, effet), numeros: effet.exemples }] : []
  }),
})

export const action = agentAction(
  { params: { code }, form: ReglementForm },
  async ({ agent, deps, params, form: { version, changements, ...saisie }, refuser }) => {
    const adresse = `/administration/campagnes/${params.code}`
    const saisi = { campagne: params.code, version, saisie }
    if (changements !== undefined) {
      const answer = await reglerCampagne(deps, agent, { ...saisi, vu: changements })
      if (answer.ok) return redirectWithToast(adresse, { texte: 'Réglages enregistrés.', genre: 'success' })
      if (answer.reason === 'CAMPAGNE_ARCHIVEE') return refuser(CAMPAGNE_ARCHIVEE)
      if (answer.reason !== 'APERCU_A_REVOIR') return refuser(LIBELLE_REFUS_REGLEMENT[answer.reason], answer.detail)
    }
    const prevus = await prevoirReglages(deps, agent, saisi, DUREE_APERCU_MS)
    if (!prevus.ok)
      return prevus.reason === 'CAMPAGNE_ARCHIVEE'
        ? refuser(CAMPAGNE_ARCHIVEE)
        : refuser(LIBELLE_REFUS_REGLEMENT[prevus.reason], prevus.detail)
    if (prevus.value.differences.length === 0)
      return redirectWithToast(adresse, {
        texte: 'Rien n’a changé\u00a0: les réglages restent tels quels.',
        genre: 'info',
      })
    return { apercu: dire(prevus.value) }
  },
)

export default function ReglagesCampagne() {
  return <CampagneReglement {...useLoaderData<typeof loader>()} reponse={useActionData<ReponseReglement>()} />
}
