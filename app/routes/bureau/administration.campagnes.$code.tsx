import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { reglementCampagne } from '#queries/campagne/reglement-campagne'
import { CampagneOnglets, type OngletCampagne } from '#ui/campagne/campagne-onglets'
import { SansSignataire } from '#ui/campagne/sans-signataire'
import { PageError } from '#ui/kit/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'
import { code } from '#web/params'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.code ?? 'Campagne'} – MCEI` }]

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => {
  const { saisie, ...lue } = await reglementCampagne(deps.db, params.code)
  return { code: lue.code, libelle: saisie.libelle, tus: lue.tus }
})

/** One more part of the settings is one more line. */
const ONGLETS: readonly OngletCampagne[] = [
  { vers: '', texte: 'Réglages' },
  { vers: '/pieces', texte: 'Pièces demandées' },
  { vers: '/grille', texte: 'Grille d’instruction' },
  { vers: '/dossiers', texte: 'Dossiers déjà déposés' },
]

export default function Campagne() {
  const { code, libelle, tus } = useLoaderData<typeof loader>()
  const adresse = `/administration/campagnes/${code}`
  return (
    <>
      <PageHeader titre={libelle} sousTitre={code} />
      {tus && <SansSignataire adresse={adresse} {...tus} />}
      <CampagneOnglets adresse={adresse} onglets={ONGLETS} />
      <Outlet />
    </>
  )
}

export { PageError as ErrorBoundary }
