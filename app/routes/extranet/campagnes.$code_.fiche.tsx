import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LONGUEUR_MAX_CHAMP } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import { sansReponse } from '#domain/pre-projet/formulaire'
import { phrasesFicheRefusee } from '#libelles/extranet'
import { campagneAnnoncee } from '#queries/extranet/campagnes-annoncees'
import { FicheEnLigne } from '#ui/extranet/fiche-en-ligne'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { envoyerFiche } from '#usecases/extranet/envoyer-fiche'
import { code, visiteurAction, visiteurLoader } from '#web/visiteur-route'

/** Judged by the rule of the form, which tells every wrong answer at once; here only what no hand writes is refused. */
const texte = z
  .string()
  .max(4 * LONGUEUR_MAX_CHAMP)
  .default('')

const FicheForm = z.object(Object.fromEntries(CHAMPS.map((champ) => [champ, texte])) as Record<Champ, typeof texte>)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Fiche pré-projet – ${data?.libelle ?? 'Campagne'}` },
]

export const loader = visiteurLoader({ params: { code } }, ({ deps, now, params }) =>
  campagneAnnoncee(deps.db, params.code, { now, genre: null }),
)

export const action = visiteurAction(
  { params: { code }, form: FicheForm },
  async ({ deps, params, form, cleEnvoi, ip, refuser }) => {
    const envoyee = await envoyerFiche(deps, {
      code: params.code,
      textes: { ...sansReponse(), ...form },
      ip,
      cleEnvoi,
    })
    return envoyee.ok ? redirect(`/extranet/campagnes/${params.code}/merci`) : refuser(phrasesFicheRefusee(envoyee))
  },
)

export default function Fiche() {
  return <FicheEnLigne campagne={useLoaderData<typeof loader>()} refusee={useActionData<Reponse>()} />
}
