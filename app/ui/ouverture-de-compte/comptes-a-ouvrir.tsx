import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { formatSiret } from '#domain/structure/identifiants'
import { formatJourLong, type Jour } from '#domain/temps/jour'
import { direPreuve, type PreuveMontree } from '#libelles/demandeur/proconnect'
import { formatInstant } from '#libelles/temps'
import { OuvertureAccepter, type OuvertureARepondre, OuvertureRefuser } from '#ui/ouverture-de-compte/ouverture-reponse'
import css from '#ui/ouverture-de-compte/comptes-a-ouvrir.module.css'
import type { Genre } from '#domain/structure/genre'

type Ligne = OuvertureARepondre & {
  fonction: string
  siret: string
  adresse: string
  codePostal: string
  commune: string
  raisonSociale: string
  confirmeeLe: Date | null
  dueLe: Jour
  enRetard: boolean
  compte: { id: string; actif: boolean; membreDe: readonly { structure: { nom: string } }[] } | null
  preuve: PreuveMontree | null
  doublons: number
}

type Traitee = {
  id: string
  prenom: string
  nom: string
  structure: string
  acceptee: boolean
  traiteeLe: Date | null
  traiteePar: string | null
  motif: string
}

type Props = { lignes: readonly Ligne[]; total: number; traitees: readonly Traitee[]; genres: readonly Genre[] }

/** Who asks for an account of the extranet, the oldest first, and what was answered last. */
export function ComptesAOuvrir({ lignes, total, traitees, genres }: Props) {
  return (
    <>
      <p>
        <Link to="/comptes-extranet">Comptes de l’extranet déjà ouverts</Link>
      </p>
      {lignes.length === 0 ? (
        <p>Aucun compte à ouvrir. Les demandes arrivent ici dès que leur adresse électronique est confirmée.</p>
      ) : (
        <ul className={css.liste} aria-label="Comptes à ouvrir">
          {lignes.map((ligne) => (
            <Une key={ligne.id} ligne={ligne} genres={genres} />
          ))}
        </ul>
      )}
      {total > lignes.length && (
        <p>{compter(total - lignes.length, 'autre demande suit', 'autres demandes suivent')}, plus récentes.</p>
      )}
      {traitees.length > 0 && (
        <section aria-labelledby="titre-traitees">
          <h2 id="titre-traitees">Dernières réponses</h2>
          <ul className={css.traitees}>
            {traitees.map(({ id, prenom, nom, structure, acceptee, traiteeLe, traiteePar, motif }) => (
              <li key={id}>
                <strong>
                  {prenom} {nom}
                </strong>
                , {structure}
                {'\u00a0'}: {acceptee ? 'compte ouvert' : 'refusé'} par {traiteePar}
                {traiteeLe && `, le ${formatInstant(traiteeLe)}`}
                {motif && ` – ${motif}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Une({ ligne, genres }: { ligne: Ligne; genres: readonly Genre[] }) {
  const { prenom, nom, courriel, fonction, siret, confirmeeLe, dueLe, enRetard, compte, doublons, structures } = ligne
  const adresse = [ligne.adresse, [ligne.codePostal, ligne.commune].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const connue = structures.find(({ parSiren }) => parSiren)
  const faits = [
    ['Structure', connue?.nom ?? ligne.raisonSociale],
    ['SIRET', formatSiret(siret)],
    ['Adresse', adresse],
    ['Fonction', fonction],
    ['Adresse mail', courriel],
    ['Représentant légal', ligne.preuve ? direPreuve(ligne.preuve) : ''],
    ['Confirmée le', confirmeeLe ? formatInstant(confirmeeLe) : ''],
  ].filter(([, valeur]) => valeur)
  return (
    <li aria-labelledby={`ouverture-${ligne.id}`}>
      <div className={css.tete}>
        <h2 id={`ouverture-${ligne.id}`}>
          {prenom} {nom}
        </h2>
        <span className={enRetard ? css.retard : undefined}>
          {enRetard ? 'En retard\u00a0: à répondre avant le ' : 'À répondre avant la fin du '}
          {formatJourLong(dueLe)}
        </span>
      </div>
      <dl className={css.faits}>
        {faits.map(([dit, valeur]) => (
          <div key={dit} style={{ display: 'contents' }}>
            <dt>{dit}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
      {doublons > 0 && (
        <p className={css.note}>
          {compter(doublons, 'autre demande attend', 'autres demandes attendent')} pour le même SIREN.
        </p>
      )}
      {compte && (
        <p className={css.note}>
          Cette personne a déjà un compte
          {compte.membreDe.length > 0 && ` (${compte.membreDe.map(({ structure }) => structure.nom).join(', ')})`}
          {'\u00a0'}:{' '}
          {compte.actif ? (
            'elle sera rattachée à une structure de plus.'
          ) : (
            <>
              il est fermé, <Link to={`/comptes-extranet?compte=${compte.id}`}>rouvrez-le</Link> avant d’accepter.
            </>
          )}
        </p>
      )}
      <OuvertureAccepter ouverture={ligne} genres={genres} />
      <OuvertureRefuser ouverture={ligne} />
    </li>
  )
}
