import { estRelancable, MODELES, type EtatCourriel } from '#domain/courriel/courriel'
import { LIBELLE_MODELE } from '#libelles/courriel/courriel'
import { formatInstant } from '#libelles/temps'
import { Absent, type Colonne, DeuxLignes } from '#ui/bannette/table/colonne'
import { LienLigne } from '#ui/bannette/table/lien-ligne'
import { CourrielRelance } from '#ui/courriel/courriel-relance'
import { EtatCourrielChip } from '#ui/kit/etat-chip'

/** One courriel as the list shows it. */
export type LigneCourriel = {
  id: string
  modele: string
  destinataire: string
  destinataireNom: string
  sujet: string
  etat: EtatCourriel
  /** What its state does not say by itself (#libelles/courriel/etat-dit). */
  dit: string | null
  creeLe: Date
  envoyeLe: Date | null
  remisAuServeurLe: Date | null
  version: number
  dossier: { numero: string | null } | null
  preProjetId: string | null
}

export const adresseCourriel = ({ id }: Pick<LigneCourriel, 'id'>) => `/courriels/${id}`

export const nomModele = (modele: string) => {
  const connu = MODELES.find((un) => un === modele)
  return connu ? LIBELLE_MODELE[connu] : 'Modèle que cette version du logiciel ne connaît pas'
}

const aQui = ({ destinataire, destinataireNom }: Pick<LigneCourriel, 'destinataire' | 'destinataireNom'>) =>
  destinataireNom ? `${destinataireNom} <${destinataire}>` : destinataire

/** What the courriel is about: its dossier or its fiche. */
function Concerne({
  ligne: { dossier, preProjetId },
  tabIndex,
}: {
  ligne: LigneCourriel
  tabIndex: number | undefined
}) {
  if (dossier?.numero) {
    return (
      <LienLigne secondaire vers={`/dossiers/${dossier.numero}`} tabIndex={tabIndex}>
        {dossier.numero}
      </LienLigne>
    )
  }
  if (!preProjetId) return <Absent />
  return (
    <LienLigne secondaire vers={`/pre-projets/${preProjetId}`} tabIndex={tabIndex}>
      Pré-projet
    </LienLigne>
  )
}

function EtatDit({ ligne: { etat, remisAuServeurLe, dit } }: { ligne: LigneCourriel }) {
  const chip = <EtatCourrielChip etat={etat} remisAuServeurLe={remisAuServeurLe} />
  return dit ? <DeuxLignes haut={chip} bas={<span title={dit}>{dit}</span>} /> : chip
}

/** Asks again for the ones that failed. */
const RELANCER: Colonne<LigneCourriel> = {
  champ: 'relancer',
  entete: 'Acte',
  largeur: 104,
  cellule: (ligne) => (estRelancable(ligne.etat) ? <CourrielRelance courriel={ligne} /> : <Absent dit="Aucun acte" />),
}

/** The columns of the list of courriels; `peut`: may this agent ask for one again. */
export const colonnesCourriels = (peut: boolean): Colonne<LigneCourriel>[] => [
  {
    champ: 'sujet',
    entete: 'Objet et destinataire',
    largeur: 260,
    souple: true,
    tri: 'asc',
    toujours: true,
    carte: 'titre',
    cellule: (ligne, tabIndex) => (
      <DeuxLignes
        haut={
          <LienLigne vers={adresseCourriel(ligne)} tabIndex={tabIndex} title={ligne.sujet}>
            {ligne.sujet}
          </LienLigne>
        }
        bas={aQui(ligne)}
      />
    ),
  },
  { champ: 'etat', entete: 'État', largeur: 212, cellule: (ligne) => <EtatDit ligne={ligne} /> },
  { champ: 'modele', entete: 'Modèle', largeur: 170, cellule: ({ modele }) => nomModele(modele) },
  {
    champ: 'concerne',
    entete: 'Concerne',
    largeur: 104,
    cellule: (ligne, tabIndex) => <Concerne ligne={ligne} tabIndex={tabIndex} />,
  },
  {
    champ: 'creeLe',
    entete: 'Écrit le',
    largeur: 140,
    tri: 'desc',
    avant: 'écrit le',
    cellule: ({ creeLe }) => formatInstant(creeLe),
  },
  {
    champ: 'envoyeLe',
    entete: 'Remis au relais le',
    largeur: 140,
    tri: 'desc',
    avant: 'remis au relais le',
    cellule: ({ envoyeLe }) => (envoyeLe ? formatInstant(envoyeLe) : <Absent />),
  },
  ...(peut ? [RELANCER] : []),
]
