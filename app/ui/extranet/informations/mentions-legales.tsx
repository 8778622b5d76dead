import { Link } from '@remix-run/react'
import { Faits } from '#ui/extranet/faits'

/** `hebergeur` and `delegue` are told by who installs the application; empty while nobody did. */
type Props = { mentions: { editeur: string; hebergeur: string; delegue: string } }

/** Who answers for this site, and what it keeps (loi 2004-575, art. 1-1; RGPD, art. 13). */
export const MentionsLegales = ({ mentions: { editeur, hebergeur, delegue } }: Props) => (
  <>
    <h1>Mentions légales</h1>
    <h2>Ce site</h2>
    <Faits
      faits={[
        ['Éditeur', editeur],
        ['Publication', 'La présidence du Conseil départemental du Pas-de-Calais'],
        ['Hébergeur', hebergeur || 'Ses coordonnées se demandent à la mission, page Contact.'],
      ]}
    />
    <h2>Vos données personnelles</h2>
    <p>
      Ce que vous écrivez et les pièces que vous donnez servent à examiner votre demande, à vous répondre et, si elle
      est accordée, à la payer. C’est une mission d’intérêt public du Département, responsable de ce traitement. Les
      lisent{'\u00a0'}: les agents de la mission, ceux qui décident et qui paient, les membres de votre structure, et la
      personne extérieure à qui la mission demande un avis, pour les pièces qu’elle lui montre. Elles sont gardées le
      temps de l’instruction et du paiement, puis celui que demandent les archives publiques.
    </p>
    <p>
      Vous pouvez demander à voir ces données, à les faire corriger, à en limiter l’usage ou vous y opposer, et savoir
      combien de temps elles sont gardées{'\u00a0'}:{' '}
      {delegue ? (
        <>
          écrivez à la personne déléguée à la protection des données, <a href={`mailto:${delegue}`}>{delegue}</a>.
        </>
      ) : (
        <>
          <Link to="/extranet/contact">écrivez à la mission</Link>, qui transmet à la personne déléguée à la protection
          des données.
        </>
      )}{' '}
      Si la réponse ne vous convient pas, vous pouvez saisir la CNIL{'\u00a0'}:{' '}
      <a href="https://www.cnil.fr">cnil.fr</a>.
    </p>
    <h2>Sur votre appareil</h2>
    <p>
      Ce site ne mesure ni ne suit personne. Ses cookies servent à vous connecter et à vous garder connecté. Ce que vous
      tapez est gardé sur votre appareil jusqu’à ce que le site l’ait enregistré, quatorze jours au plus, pour qu’une
      coupure n’en perde rien.
    </p>
  </>
)
