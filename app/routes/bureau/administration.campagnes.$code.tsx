import type { MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { actesDeCampagne, reglable } from '#domain/campagne/vie-campagne'
import { formatJour } from '#domain/temps/jour'
import {
  CAMPAGNE_ARCHIVEE,
  LIBELLE_ACTE_CAMPAGNE,
  LIBELLE_ETAT_CAMPAGNE,
  PHRASE_ETAT_CAMPAGNE,
} from '#libelles/campagne/vie-campagne'
import { reglementCampagne } from '#queries/campagne/reglement-campagne'
import { CampagneOnglets, type OngletCampagne } from '#ui/campagne/campagne-onglets'
import { CampagneVie } from '#ui/campagne/campagne-vie'
import { SansSignataire } from '#ui/campagne/sans-signataire'
import css from '#ui/campagne/reglement.module.css'
import { Bandeau } from '#ui/kit/bandeau'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'
import { code } from '#web/params'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.code ?? 'Campagne'} – MCEI` }]

export const loader = agentLoader({ droit: 'campagne.regler', params: { code } }, async ({ deps, params }) => {
  const { saisie, etat, fermeeLe, ...lue } = await reglementCampagne(deps.db, params.code)
  return {
    ...lue,
    libelle: saisie.libelle,
    etat: LIBELLE_ETAT_CAMPAGNE[etat] + (fermeeLe ? ` depuis le ${formatJour(fermeeLe)}` : ''),
    phrase: PHRASE_ETAT_CAMPAGNE[etat],
    close: !reglable(etat),
    actes: actesDeCampagne(etat).map((acte) => ({ acte, ...LIBELLE_ACTE_CAMPAGNE[acte] })),
  }
})

/** One more part of the settings is one more line. */
const ONGLETS: readonly OngletCampagne[] = [
  { vers: '', texte: 'Réglages' },
  { vers: '/pieces', texte: 'Pièces demandées' },
  { vers: '/etiquettes', texte: 'Étiquettes' },
  { vers: '/champs', texte: 'Champs du service' },
  { vers: '/grille', texte: 'Grille d’instruction' },
  { vers: '/notation', texte: 'Grille de notation' },
  { vers: '/courriels', texte: 'Courriels' },
  { vers: '/dossiers', texte: 'Dossiers déjà déposés' },
  { vers: '/historique', texte: 'Historique' },
]

export default function Campagne() {
  const { code, libelle, tus, close, ...vie } = useLoaderData<typeof loader>()
  const adresse = `/administration/campagnes/${code}`
  return (
    <>
      <PageHeader titre={libelle} sousTitre={code} />
      <CampagneVie adresse={adresse} {...vie} />
      {tus && <SansSignataire adresse={adresse} {...tus} />}
      <CampagneOnglets adresse={adresse} onglets={ONGLETS} />
      {close && <Bandeau severity="info">{CAMPAGNE_ARCHIVEE}</Bandeau>}
      <fieldset disabled={close} className={css.tout}>
        <Outlet />
      </fieldset>
    </>
  )
}

export { PageError as ErrorBoundary }
