import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { hasDroit } from '#domain/acces/droits'
import { ETATS } from '#domain/dossier/etat'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import { ETAPES } from '#libelles/decouvrir'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { DELAIS, MOTS_DELAI, SENS_ETAT, SENS_ETAT_PRE_PROJET } from '#libelles/mots'
import { LIBELLE_ETAT_PRE_PROJET } from '#libelles/pre-projet/pre-projet'
import { Etapes, Mots } from '#ui/cadre/decouvrir'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Découvrir – MCEI' }]

/** The places that this role may go to, and what the words of the house mean. */
export const loader = agentLoader({ droit: 'dossier.lire' }, ({ agent }) => ({
  etapes: ETAPES.filter(({ droit }) => hasDroit(agent, droit)),
  etats: ETATS.map((etat) => ({
    cle: etat,
    nom: LIBELLE_ETAT[etat],
    phrases: [SENS_ETAT[etat].sens, SENS_ETAT[etat].suite],
  })),
  fiches: ETATS_PRE_PROJET.map((etat) => ({
    cle: etat,
    nom: LIBELLE_ETAT_PRE_PROJET[etat],
    phrases: [SENS_ETAT_PRE_PROJET[etat].sens, SENS_ETAT_PRE_PROJET[etat].suite],
  })),
  delais: DELAIS.map((delai) => ({ cle: delai, nom: MOTS_DELAI[delai].nom, phrases: [MOTS_DELAI[delai].sens] })),
}))

export default function Decouvrir() {
  const { etapes, etats, fiches, delais } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        titre="Découvrir l’application"
        sousTitre="Où se fait chaque chose, et ce que veulent dire les états et les délais."
      />
      <Etapes etapes={etapes} />
      <div id="mots">
        <Mots id="etats" titre="Les états d’un dossier" mots={etats} />
        <Mots id="fiches" titre="Les états d’une fiche pré-projet" mots={fiches} />
        <Mots id="delais" titre="Les délais" mots={delais} />
      </div>
    </>
  )
}

export { PageError as ErrorBoundary }
