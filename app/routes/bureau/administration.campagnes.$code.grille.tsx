import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CONSEQUENCES, type Grille, REPONSES } from '#domain/pre-projet/grille'
import { GENRES } from '#domain/structure/genre'
import { phraseRefusGrille } from '#libelles/pre-projet/pre-projet'
import { apercuGrille, grilleCampagne } from '#queries/pre-projet/grille-campagne'
import { GrilleForm } from '#ui/campagne/grille-form'
import { PageError } from '#ui/kit/page-error'
import { reglerGrille } from '#usecases/campagne/regler-grille'
import { agentAction, agentLoader } from '#web/agent-route'
import { deps } from '#web/deps'
import { redirectWithToast } from '#web/toast'

export const loader = agentLoader('campagne.regler', ({ params }) => grilleCampagne(deps.db, params.code ?? ''))

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

const enJson = z.string().transform((json, ctx): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    ctx.addIssue('json')
    return z.NEVER
  }
})

const GrilleSaisie = z.object({
  intent: z.enum(['apercu', 'enregistrer']),
  version: z.coerce.number().int().min(0),
  reponse: z.enum(REPONSES).default('A_PRECISER'),
  accuseFiche: z.string().optional(),
  grille: enJson.pipe(z.array(CritereForm).max(100)),
})

/** The questions of the campagne: first the mail they would write, then the act. */
export const action = agentAction(async ({ agent, params, request }) => {
  const code = params.code ?? ''
  const form = GrilleSaisie.safeParse(Object.fromEntries(await request.formData()))
  if (!form.success) return { refus: 'Rechargez la page et recommencez.', apercu: null }
  const { intent, version, reponse, accuseFiche, grille: lue } = form.data
  const grille: Grille = lue
  if (intent === 'apercu') return { refus: null, apercu: await apercuGrille(deps.db, agent, { code, grille, reponse }) }
  const answer = await reglerGrille(deps, agent, { code, version, grille, accuseFiche: accuseFiche === 'on' })
  if (!answer.ok) return { refus: phraseRefusGrille(answer.reason, answer.detail), apercu: null }
  return redirectWithToast(`/administration/campagnes/${code}/grille`, {
    texte: 'Grille enregistrée.',
    genre: 'success',
  })
})

export default function GrilleCampagne() {
  const campagne = useLoaderData<typeof loader>()
  return <GrilleForm key={campagne.version} {...campagne} />
}

export { PageError as ErrorBoundary }
