import { Link } from '@remix-run/react'
import { etapeDe } from '#domain/demande-en-ligne/etapes'
import type { ChangementDit } from '#libelles/demande-en-ligne/changement-de-reglement'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import type { Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import commun from '#ui/extranet/extranet.module.css'

type Props = { entete: Pick<Entete, 'id' | 'campagne'>; changement: ChangementDit | null }

/** The règlement is no longer the one that was ticked: what moved in it, and which answers that touches. */
export function ChangementDeReglement({ entete: { id, campagne }, changement }: Props) {
  if (changement === null) return null
  const { phrase, ferme, points, reponses, nouvelles, abandonnees } = changement
  const aRevoir = reponses.map(({ champ, question }) => (
    <Link key={champ} to={`${adresseDEtape(id, etapeDe(champ))}#${champ}`}>
      {question}
    </Link>
  ))
  return (
    <section className={commun.refus} aria-labelledby="titre-changement">
      <h2 id="titre-changement">Le règlement a changé</h2>
      <p>
        {phrase} <Link to={`/extranet/campagnes/${campagne.code}`}>Lire le règlement</Link>
        {' · '}
        <Link to={`${adresseDEtape(id, 'PROJET')}#reglementLu`}>Cocher la case</Link>
      </p>
      {ferme && <p>{ferme}</p>}
      <Liste titre="Ce qui change" mots={points} />
      <Liste titre="Vos réponses à revoir" mots={aRevoir} />
      <Liste titre="Pièces nouvellement demandées" mots={nouvelles} />
      <Liste titre="Pièces qui ne sont plus demandées" mots={abandonnees} />
    </section>
  )
}

const Liste = ({ titre, mots }: { titre: string; mots: readonly React.ReactNode[] }) =>
  mots.length > 0 && (
    <>
      <p>
        {titre}
        {'\u00a0'}:
      </p>
      <ul aria-label={titre}>
        {mots.map((mot, rang) => (
          <li key={rang}>{mot}</li>
        ))}
      </ul>
    </>
  )
