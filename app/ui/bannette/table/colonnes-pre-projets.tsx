import { compter } from '#domain/nombre'
import type { LignePreProjet } from '#domain/pre-projet/ligne-bannette'
import { formatJour, jourDeParis, type Jour } from '#domain/temps/jour'
import { montantCourt } from '#libelles/budget/montant'
import { ilYA } from '#libelles/delais'
import { Absent, type Colonne, Coupe, DeuxLignes, Pile } from '#ui/bannette/table/colonne'
import { decrireStructure } from '#ui/bannette/table/colonnes-dossiers'
import { LienLigne } from '#ui/bannette/table/lien-ligne'
import { AvisChip, EtatPreProjetChip, HorsDelaiChip } from '#ui/kit/etat-chip'
import { titreDe } from '#libelles/pre-projet/pre-projet'

export const adressePreProjet = ({ id }: Pick<LignePreProjet, 'id'>) => `/pre-projets/${id}`

const porteurDe = ({ structureNom, commune, contactCourriel }: LignePreProjet) =>
  structureNom ? decrireStructure({ nom: structureNom, commune }) : contactCourriel || 'Structure non lue'

const destinationDe = ({ ville, pays }: LignePreProjet) => [ville, pays].filter((lieu) => lieu !== '').join(', ')

/** What is left to look at in the fiche: said while it waits for an answer. */
const aRelireDe = ({ aRelire, etat }: LignePreProjet) =>
  etat === 'A_TRAITER' && aRelire.length > 0 ? `${compter(aRelire.length, 'champ')} à relire` : null

/** An avis « à retravailler » says no more than the state it led to. */
const EtatFiche = ({ ligne }: { ligne: LignePreProjet }) => (
  <Pile>
    {ligne.avis && ligne.etat === 'AVIS_RENDU' ? (
      <AvisChip avis={ligne.avis} />
    ) : (
      <EtatPreProjetChip etat={ligne.etat} />
    )}
    {ligne.horsDelai && <HorsDelaiChip />}
  </Pile>
)

/** How long ago it came, over the day it did; the day alone once that is long. */
function Recu({ recuLe, aujourdhui }: { recuLe: Date; aujourdhui: Jour }) {
  const jour = jourDeParis(recuLe)
  const age = ilYA(jour, aujourdhui)
  return age === null ? formatJour(jour) : <DeuxLignes haut={age} bas={formatJour(jour)} />
}

/** The columns of the bannette of fiches; `aujourdhui` is the day in Paris. */
export const colonnesPreProjets = (aujourdhui: Jour): Colonne<LignePreProjet>[] => [
  {
    champ: 'structure',
    entete: 'Projet et structure',
    largeur: 260,
    souple: true,
    tri: 'asc',
    toujours: true,
    carte: 'titre',
    cellule: (ligne, tabIndex) => (
      <DeuxLignes
        haut={
          <LienLigne vers={adressePreProjet(ligne)} tabIndex={tabIndex} title={titreDe(ligne)}>
            {titreDe(ligne)}
          </LienLigne>
        }
        bas={porteurDe(ligne)}
      />
    ),
  },
  {
    champ: 'recuLe',
    entete: 'Reçu',
    largeur: 132,
    tri: 'asc',
    avant: 'reçu',
    cellule: ({ recuLe }) => <Recu recuLe={recuLe} aujourdhui={aujourdhui} />,
  },
  { champ: 'etat', entete: 'État', largeur: 168, cellule: (ligne) => <EtatFiche ligne={ligne} /> },
  { champ: 'aRelire', entete: 'Lecture', largeur: 140, cellule: (ligne) => aRelireDe(ligne) ?? <Absent /> },
  {
    champ: 'montant',
    entete: 'Souhaité',
    largeur: 112,
    aDroite: true,
    tri: 'desc',
    avant: 'souhaité',
    cellule: ({ montantSouhaiteCents: cents }) => (cents === null ? <Absent /> : montantCourt(cents)),
  },
  {
    champ: 'destination',
    entete: 'Destination',
    largeur: 168,
    cellule: (ligne) => (destinationDe(ligne) ? <Coupe texte={destinationDe(ligne)} /> : <Absent />),
  },
  {
    champ: 'nbJeunes',
    entete: 'Jeunes',
    largeur: 80,
    aDroite: true,
    avant: 'jeunes\u00a0:',
    cellule: ({ nbJeunes }) => nbJeunes ?? <Absent />,
  },
  { champ: 'campagne', entete: 'Campagne', largeur: 108, cellule: ({ campagne }) => campagne?.code ?? <Absent /> },
]
