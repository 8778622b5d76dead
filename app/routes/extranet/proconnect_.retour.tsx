import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { no, ok } from '#domain/result'
import { LIBELLE_REFUS_PROCONNECT } from '#libelles/demandeur/proconnect'
import { RetourProConnect } from '#ui/extranet/proconnect/retour-proconnect'
import { certifierRepresentant } from '#usecases/demandeur/certifier-representant'
import { relierProConnect } from '#usecases/demandeur/relier-proconnect'
import { connecterParProConnect } from '#usecases/demandeur/se-connecter-par-proconnect'
import { retourLoader } from '#web/proconnect/retour-route'

export const meta: MetaFunction = () => [{ title: 'Retour de ProConnect – Europe et international' }]

export const loader = retourLoader(async ({ deps, identite, but, demandeur, retour }) => {
  if (but.genre === 'CONNEXION') {
    const answer = await connecterParProConnect(deps, identite, retour)
    return answer.ok ? ok({ entree: answer.value }) : answer
  }
  if (demandeur?.id !== but.demandeurId) return no('AUTRE_SESSION')
  const answer =
    but.genre === 'RELIER'
      ? await relierProConnect(deps, demandeur, { identite, retour })
      : await certifierRepresentant(deps, demandeur, { identite, siret: but.siret, retour })
  return answer.ok ? ok({ vers: '/extranet/relier-proconnect' }) : answer
})

export default function Retour() {
  const { refus, connecte } = useLoaderData<typeof loader>()
  return <RetourProConnect phrase={LIBELLE_REFUS_PROCONNECT[refus]} connecte={connecte} />
}
