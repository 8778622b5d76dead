import type { Jour } from '#domain/temps/jour'
import { montantCourt } from '#libelles/budget/montant'
import { Carte } from '#ui/bannette/cartes-bannette'
import {
  adressePreProjet,
  aRelireDe,
  destinationDe,
  EtatFiche,
  porteurDe,
  recuDe,
  titreDe,
  type LignePreProjet,
} from '#ui/bannette/colonnes-pre-projets'

/** A fiche on a narrow screen: the same facts as its row. */
export function CartePreProjet(props: { ligne: LignePreProjet; aujourdhui: Jour; onOuvrir: () => void }) {
  const { ligne, aujourdhui, onOuvrir } = props
  const { texte, date } = recuDe(ligne.recuLe, aujourdhui)
  return (
    <Carte vers={adressePreProjet(ligne)} titre={titreDe(ligne)} sousTitre={porteurDe(ligne)} onOuvrir={onOuvrir}>
      <EtatFiche ligne={ligne} />
      <span title={date}>reçu {texte}</span>
      {ligne.montantSouhaiteCents !== null && <span>{montantCourt(ligne.montantSouhaiteCents)} souhaités</span>}
      {aRelireDe(ligne) !== '–' && <span>{aRelireDe(ligne)}</span>}
      {destinationDe(ligne) !== '–' && <span>{destinationDe(ligne)}</span>}
      {ligne.campagne && <span>{ligne.campagne.code}</span>}
    </Carte>
  )
}
