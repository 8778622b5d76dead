import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CONSEQUENCES, type Grille, REPONSES } from '#domain/pre-projet/grille'
import { GENRES } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'
import { phraseRefusGrille } from '#libelles/pre-projet/pre-projet'
import { apercuGrille, grilleCampagne } from '#queries/pre-projet/grille-campagne'
import { GrilleForm } from '#ui/campagne/grille-form'
import { PageError } from '#ui/kit/page-error/page-error'
import { reglerGrille } from '#usecases/campagne/regler-grille'
import { agentAction, agentLoader } from '#web/agent-route'
import { FORMULAIRE_ILLISIBLE } from '#web/form'
import { code } from '#web/params'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, ({ deps, params }) =>
  grilleCampagne(deps.db, params.code),
)

const texte = z.string().max(3_000)

const CritereForm = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{0,39}$/),
  question: texte,
  siNon: texte,
  siAPreciser: texte,
  consequence: z.enum(CONSEQUENCES),
  genres: z.array(z.enum(GENRES)),
  actif: z.boolean(),
})

/** Null for what is no JSON. */
function enObjet(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The questions travel as one field; what is empty in them stays empty. */
const enGrille = z.string().transform((json, ctx): Grille => {
  const lue = z.array(CritereForm).max(100).safeParse(enObjet(json))
  if (!lue.success) ctx.addIssue(FORMULAIRE_ILLISIBLE)
  return lue.data ?? []
})

const GrilleSaisie = z.object({
  intent: z.enum(['apercu', 'enregistrer']),
  version: z.coerce.number().int().min(0),
  reponse: z.enum(REPONSES).default('A_PRECISER'),
  grille: enGrille,
})

/** The questions of the campagne: first the mail they would write, then the act. */
export const action = agentAction(
  { params: { code }, form: GrilleSaisie },
  async ({ agent, deps, now, params, form: { intent, reponse, ...saisie }, refuser }) => {
    if (intent === 'apercu') {
      const vise = { ...params, grille: saisie.grille, reponse, today: jourDeParis(now) }
      return { apercu: await apercuGrille(deps.db, agent, vise) }
    }
    const answer = await reglerGrille(deps, agent, { ...params, ...saisie })
    if (!answer.ok)
      return refuser(
        answer.reason === 'CAMPAGNE_ARCHIVEE' ? CAMPAGNE_ARCHIVEE : phraseRefusGrille(answer.reason, answer.detail),
      )
    const texte = 'Grille enregistrée.'
    return redirectWithToast(`/administration/campagnes/${params.code}/grille`, { texte, genre: 'success' })
  },
)

export default function GrilleCampagne() {
  const campagne = useLoaderData<typeof loader>()
  return <GrilleForm key={campagne.version} {...campagne} />
}

export { PageError as ErrorBoundary }
