import { formatInstant } from '#libelles/temps'
import { Carte } from '#ui/bannette/cartes-bannette'
import {
  adresseCourriel,
  aQui,
  departDe,
  nomModele,
  phraseEchec,
  type LigneCourriel,
} from '#ui/bannette/colonnes-courriels'
import { EtatCourrielChip } from '#ui/kit/etat-chip'

/** A courriel on a narrow screen: the same facts as its row. */
export function CarteCourriel({ ligne, onOuvrir }: { ligne: LigneCourriel; onOuvrir: () => void }) {
  const { sujet, modele, etat, creeLe, envoyeLe, dossier } = ligne
  return (
    <Carte vers={adresseCourriel(ligne)} titre={sujet} sousTitre={aQui(ligne)} onOuvrir={onOuvrir}>
      <EtatCourrielChip etat={etat} />
      {etat === 'ECHEC' && <span>{phraseEchec(ligne)}</span>}
      <span>{nomModele(modele)}</span>
      {dossier?.numero && <span>{dossier.numero}</span>}
      <span>
        {departDe(ligne) ?? (envoyeLe ? `envoyé le ${formatInstant(envoyeLe)}` : `écrit le ${formatInstant(creeLe)}`)}
      </span>
    </Carte>
  )
}
