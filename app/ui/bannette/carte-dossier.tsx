import type { LigneDossier } from '#domain/dossier/ligne-bannette'
import { fromDate, type Jour } from '#domain/temps/jour'
import { nommerPieces } from '#libelles/bannette'
import { montantCourt } from '#libelles/budget/montant'
import { Carte } from '#ui/bannette/cartes-bannette'
import { adresseDossier, decrireStructure, EtatComplet, nomSuivi, piecesDe } from '#ui/bannette/colonnes-dossiers'
import { DelaiRejet } from '#ui/kit/delai-rejet'

/** A dossier on a narrow screen: the same facts as its row. */
export function CarteDossier({
  ligne,
  aujourdhui,
  onOuvrir,
}: {
  ligne: LigneDossier
  aujourdhui: Jour
  onOuvrir: () => void
}) {
  const { numero, objet, structure, campagne, montantDemandeCents, montantAccordeCents, rejetImpliciteLe, agent } =
    ligne
  return (
    <Carte
      vers={adresseDossier(ligne)}
      titre={objet}
      sousTitre={`${numero} · ${campagne.code} · ${decrireStructure(structure)}`}
      onOuvrir={onOuvrir}
    >
      <EtatComplet ligne={ligne} />
      {rejetImpliciteLe && <DelaiRejet rejetLe={fromDate(rejetImpliciteLe)} aujourdhui={aujourdhui} />}
      <span>
        {montantCourt(montantDemandeCents)}
        {montantAccordeCents === null ? ' demandés' : ` demandés, ${montantCourt(montantAccordeCents)} accordés`}
      </span>
      {rejetImpliciteLe && (
        <span>
          {piecesDe(ligne)}
          {ligne.codesManquants.length > 0 && `\u00a0: ${nommerPieces(ligne.codesManquants)}`}
        </span>
      )}
      <span>suivi par {nomSuivi(agent)}</span>
    </Carte>
  )
}
