import { useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { lireDetail, MODELES_A_TEXTES, type RefusTexte } from '#domain/courriel/textes'
import { compter } from '#domain/nombre'
import { LIBELLE_REFUS_TEXTES, phraseRefusTexte } from '#libelles/campagne/textes'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import { apercuTextes } from '#queries/campagne/apercu-textes'
import { textesDuCourriel } from '#queries/campagne/textes-campagne'
import { TextesForm } from '#ui/campagne/textes-form'
import { PageError } from '#ui/kit/page-error/page-error'
import { essayerTextes } from '#usecases/campagne/essayer-textes'
import { reglerTextes } from '#usecases/campagne/regler-textes'
import { agentAction, agentLoader } from '#web/agent-route'
import { code, unDe } from '#web/params'
import { redirectWithToast } from '#web/toast'

const params = { code, modele: unDe('modele', MODELES_A_TEXTES) }

const Reprise = z.object({ de: z.coerce.number().int().min(0).optional().catch(undefined) })

export const loader = agentLoader(
  { droit: 'campagne.regler', params, search: Reprise },
  async ({ deps, params: { code: campagne, modele }, search }) => ({
    ...(await textesDuCourriel(deps.db, campagne, modele, search.de)),
    code: campagne,
    nom: LIBELLE_MODELE[modele],
    jeton: randomUUID(),
  }),
)

/** More than any text may be: a longer one is refused by the act, in its own words. */
const LONGUEUR_LUE = 10_000

const TextesSaisie = z.object({
  intent: z.enum(['voir', 'essayer', 'enregistrer']),
  version: z.coerce.number().int().min(0),
  jeton: z.uuid(),
  sujetId: z.union([z.uuid(), z.literal('')]).default(''),
  textes: z.record(z.string().max(40), z.string().max(LONGUEUR_LUE).optional()).default({}),
})

export const action = agentAction(
  { params, form: TextesSaisie },
  async ({ agent, deps, now, params: vise, form: { intent, version, jeton, sujetId, textes }, refuser }) => {
    const adresse = `/administration/campagnes/${vise.code}/courriels/${vise.modele}`
    const saisis = { ...vise, saisie: textes, sujetId }
    const refuserTexte = (reason: RefusTexte, detail = '') => {
      const { place, variable } = lireDetail(detail)
      return refuser(phraseRefusTexte(reason, variable), `textes.${place}`)
    }
    if (intent === 'enregistrer') {
      const answer = await reglerTextes(deps, agent, { ...saisis, version })
      if (answer.ok) return redirectWithToast(adresse, { texte: 'Texte enregistré.', genre: 'success' })
      const { reason, detail } = answer
      return reason === 'CAMPAGNE_ARCHIVEE' || reason === 'RIEN_N_A_CHANGE'
        ? refuser(LIBELLE_REFUS_TEXTES[reason])
        : refuserTexte(reason, detail)
    }
    if (intent === 'essayer') {
      const answer = await essayerTextes(deps, agent, { ...saisis, jeton })
      if (!answer.ok) return refuserTexte(answer.reason, answer.detail)
      return { essai: `${compter(answer.value.envoyes, 'courriel d’essai part', 'courriels d’essai partent')} à ${answer.value.a}.` } // prettier-ignore
    }
    const answer = await apercuTextes(deps.db, agent, saisis, now)
    if (!answer.ok) return refuserTexte(answer.reason, answer.detail)
    return { apercu: answer.value }
  },
)

export default function TextesDuCourriel() {
  const lue = useLoaderData<typeof loader>()
  return <TextesForm key={`${lue.modele} ${lue.version} ${lue.reprise ?? ''}`} {...lue} />
}

export { PageError as ErrorBoundary }
