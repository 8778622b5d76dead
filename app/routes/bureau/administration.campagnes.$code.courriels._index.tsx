import { useLoaderData } from '@remix-run/react'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import { textesDeLaCampagne } from '#queries/campagne/textes-campagne'
import { TextesListe } from '#ui/campagne/textes-liste'
import { PageError } from '#ui/kit/page-error/page-error'
import { agentLoader } from '#web/agent-route'
import { code } from '#web/params'

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => {
  const { modeles, ...campagne } = await textesDeLaCampagne(deps.db, params.code)
  return { ...campagne, modeles: modeles.map((un) => ({ ...un, nom: LIBELLE_MODELE[un.modele] })) }
})

export default function CourrielsDeLaCampagne() {
  return <TextesListe {...useLoaderData<typeof loader>()} />
}

export { PageError as ErrorBoundary }
