import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { colonneDuService } from '#domain/champ-du-service/champ-en-adresse'
import { direValeur } from '#domain/champ-du-service/valeur'
import { direRempli } from '#libelles/champ-du-service/champ'
import type { ChampDossier, LigneDossier } from '#domain/dossier/ligne-bannette'
import { formatJour, fromDate, type Jour } from '#domain/temps/jour'
import { plier } from '#domain/texte'
import { nommerPieces, phrasePieces } from '#libelles/bannette'
import { montantCourt } from '#libelles/budget/montant'
import { Absent, type Colonne, Coupe, DeuxLignes, Pile } from '#ui/bannette/table/colonne'
import { LienLigne } from '#ui/bannette/table/lien-ligne'
import { ChipsEtiquettes } from '#ui/etiquette/chip-etiquette'
import { DelaiRejet } from '#ui/temps/delai-rejet'
import { DemandeOuvertureChip, EtatChip, OuvertChip } from '#ui/kit/etat-chip'

export const adresseDossier = ({ numero }: Pick<LigneDossier, 'numero'>) => `/dossiers/${numero}`

export const nommerDossier = ({ numero }: Pick<LigneDossier, 'numero'>) => `le dossier ${numero}`

const nomSuivi = (agent: LigneDossier['agent']) => (agent ? `${agent.prenom.slice(0, 1)}. ${agent.nom}` : 'personne')

export const decrireStructure = ({ nom, commune }: Pick<LigneDossier['structure'], 'nom' | 'commune'>) =>
  commune && !nom.includes(commune) ? `${nom} · ${commune}` : nom

function EtatComplet({ ligne: { etat, ouvertJusquAu, demandeRecueLe } }: { ligne: LigneDossier }) {
  return (
    <Pile>
      <EtatChip etat={etat} />
      {ouvertJusquAu ? <OuvertChip jusquAu={ouvertJusquAu} /> : demandeRecueLe && <DemandeOuvertureChip />}
    </Pile>
  )
}

/** The pièces of a dossier that is decided no longer call for anything. */
function Pieces({ ligne }: { ligne: LigneDossier }) {
  if (!ligne.rejetImpliciteLe) return <Absent />
  const lesquelles = nommerPieces(ligne.codesManquants)
  if (!lesquelles) return phrasePieces(ligne)
  return <DeuxLignes haut={phrasePieces(ligne)} bas={<span title={lesquelles}>{lesquelles}</span>} />
}

/** What became of the amount asked: granted, else proposed. */
function suiteDuMontant({
  montantAccordeCents,
  montantProposeCents,
}: Pick<LigneDossier, 'montantAccordeCents' | 'montantProposeCents'>): string | null {
  if (montantAccordeCents !== null) return `accordé ${montantCourt(montantAccordeCents)}`
  return montantProposeCents === null ? null : `proposé ${montantCourt(montantProposeCents)}`
}

/** What officers wrote of a dossier in the fields of its campagne; out of sight until one asks for it. */
const SERVICE: Colonne<LigneDossier> & { champ: ChampDossier } = {
  champ: 'service',
  entete: 'Champs du service',
  largeur: 220,
  aDemander: true,
  cellule: ({ service }) => (service.length > 0 ? <Coupe texte={service.map(direRempli).join(' · ')} /> : <Absent />),
}

type ChampMontre = { libelle: string; type: TypeDeChamp }

/** One field of the service, by its name: what orders the list by it. Out of sight until one asks for it, or for what it orders or narrows. */
function colonneDeChamp({ libelle, type }: ChampMontre, enUsage: boolean): Colonne<LigneDossier> {
  const estSien = plier(libelle)
  return {
    champ: colonneDuService(libelle),
    entete: libelle,
    // Its name whole, beside the arrow of its order, as long as it is not a sentence.
    largeur: Math.min(240, Math.max(110, 48 + libelle.length * 8)),
    tri: 'asc',
    avant: libelle,
    ...((type === 'NOMBRE' || type === 'MONTANT') && { aDroite: true }),
    ...(!enUsage && { aDemander: true }),
    cellule: ({ service }) => {
      const siens = service.filter((un) => plier(un.libelle) === estSien)
      return siens.length > 0 ? (
        <Coupe texte={siens.map((un) => direValeur(un.type, un.valeur)).join(' · ')} />
      ) : (
        <Absent />
      )
    },
  }
}

/**
 * The columns of the bannette of dossiers; `aujourdhui` is the day in Paris, `service` the fields that campagnes have, `enUsage` whether the list is
 * ordered or narrowed by one of this name.
 */
export const colonnesDossiers = (
  aujourdhui: Jour,
  service: readonly ChampMontre[],
  enUsage: (libelle: string) => boolean,
): Colonne<LigneDossier>[] => [
  ...COMMUNES(aujourdhui),
  ...(service.length > 0 ? [SERVICE] : []),
  ...service.map((champ) => colonneDeChamp(champ, enUsage(champ.libelle))),
]

const COMMUNES = (aujourdhui: Jour): (Colonne<LigneDossier> & { champ: ChampDossier })[] => [
  {
    champ: 'numero',
    entete: 'Numéro',
    largeur: 108,
    tri: 'asc',
    toujours: true,
    carte: 'sous-titre',
    cellule: (ligne, tabIndex) => (
      <DeuxLignes
        haut={
          <LienLigne vers={adresseDossier(ligne)} tabIndex={tabIndex}>
            {ligne.numero}
          </LienLigne>
        }
        bas={ligne.campagne.code}
      />
    ),
  },
  {
    champ: 'objet',
    entete: 'Objet et structure',
    largeur: 240,
    souple: true,
    tri: 'asc',
    carte: 'titre',
    cellule: ({ objet, structure, etiquettes }) => (
      <DeuxLignes
        haut={<span title={objet}>{objet}</span>}
        bas={
          <>
            <ChipsEtiquettes etiquettes={etiquettes} /> {decrireStructure(structure)}
          </>
        }
      />
    ),
  },
  {
    champ: 'montant',
    entete: 'Demandé',
    largeur: 110,
    aDroite: true,
    tri: 'desc',
    avant: 'demandé',
    cellule: ({ montantDemandeCents, ...suite }) => {
      const bas = suiteDuMontant(suite)
      const haut = montantCourt(montantDemandeCents)
      return bas ? <DeuxLignes haut={haut} bas={bas} /> : haut
    },
  },
  { champ: 'etat', entete: 'État', largeur: 176, cellule: (ligne) => <EtatComplet ligne={ligne} /> },
  {
    champ: 'rejet',
    entete: 'Délai',
    largeur: 140,
    tri: 'asc',
    cellule: ({ rejetImpliciteLe }) =>
      rejetImpliciteLe ? (
        <DelaiRejet rejetLe={fromDate(rejetImpliciteLe)} aujourdhui={aujourdhui} />
      ) : (
        <Absent dit="Aucun délai" />
      ),
  },
  { champ: 'pieces', entete: 'Pièces', largeur: 176, tri: 'desc', cellule: (ligne) => <Pieces ligne={ligne} /> },
  {
    champ: 'deposeLe',
    entete: 'Déposé le',
    largeur: 98,
    tri: 'asc',
    avant: 'déposé le',
    cellule: ({ deposeLe }) => (deposeLe ? formatJour(fromDate(deposeLe)) : <Absent />),
  },
  { champ: 'agent', entete: 'Suivi par', largeur: 112, avant: 'suivi par', cellule: ({ agent }) => nomSuivi(agent) },
]
