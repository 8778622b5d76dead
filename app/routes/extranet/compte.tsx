import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CHAMPS_OUVERTURE, type ChampOuverture, LONGUEUR_MAX_OUVERTURE } from '#domain/ouverture-de-compte/ouverture'
import { phraseAttente, phrasesOuverture } from '#libelles/ouverture-de-compte/ouverture'
import { apercuOuverture, pageOuverture } from '#queries/extranet/apercu-ouverture'
import { CompteDemande, type ReponseOuverture } from '#ui/extranet/compte-demande'
import { demanderOuverture } from '#usecases/ouverture-de-compte/demander-ouverture'
import { visiteurAction, visiteurLoader } from '#web/visiteur-route'

/** Judged by the rule of the request, which tells every wrong answer at once; here only what no hand writes is refused. */
const texte = z
  .string()
  .max(4 * LONGUEUR_MAX_OUVERTURE)
  .default('')

const OuvertureForm = z.object({
  intent: z.enum(['previsualiser', 'modifier', 'envoyer']).default('previsualiser'),
  ...(Object.fromEntries(CHAMPS_OUVERTURE.map((champ) => [champ, texte])) as Record<ChampOuverture, typeof texte>),
})

export const meta: MetaFunction = () => [{ title: 'Demandez une ouverture de compte – Europe et international' }]

export const loader = visiteurLoader({}, ({ deps }) => pageOuverture(deps.db))

export const action = visiteurAction(
  { form: OuvertureForm },
  async ({ deps, form: { intent, ...saisie }, cleEnvoi, ip, refuser, rester }) => {
    if (intent === 'modifier') return rester({ apercu: null })
    if (intent === 'previsualiser') {
      const vu = await apercuOuverture(deps.db, saisie)
      return vu.ok ? rester({ apercu: vu.apercu }) : refuser(vu.phrases)
    }
    const demandee = await demanderOuverture(deps, { saisie, ip, cleEnvoi })
    if (demandee.ok) return redirect('/extranet/compte/merci')
    return refuser(
      demandee.reason === 'REPONSES' ? phrasesOuverture(demandee.refusees) : phraseAttente(demandee.detail),
    )
  },
)

export default function Compte() {
  return <CompteDemande {...useLoaderData<typeof loader>()} recue={useActionData<ReponseOuverture>()} />
}
