import { Link } from '@remix-run/react'
import { etapeDe } from '#domain/demande-en-ligne/etapes'
import type { QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import type { ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { formatSiret } from '#domain/structure/identifiants'
import { adresseDEtape, phraseDeRefus, questionDe, reponsesDites } from '#libelles/demande-en-ligne/demande-en-ligne'
import type { ChangementDit } from '#libelles/demande-en-ligne/changement-de-reglement'
import { Certifier, type PropsCertifier } from '#ui/extranet/demande-en-ligne/saisie/certifier'
import { CadreDemande } from '#ui/extranet/demande-en-ligne/cadre-demande'
import { ChangementDeReglement } from '#ui/extranet/demande-en-ligne/changement-de-reglement'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'

type Piece = { code: string; nom: string; fichiers: readonly { id: string; nomFichier: string }[] }

type Props = PropsCertifier & {
  siret: string | null
  posees: readonly QuestionDeCampagne[]
  aReprendre: readonly ReponseRefusee[]
  pieces: readonly Piece[]
  /** Files of a pièce that is asked no more. */
  horsDemande: readonly { id: string; nom: string; nomFichier: string }[]
  manquantes: readonly string[]
  changement: ChangementDit | null
  enVol: readonly TeleversementVu[]
}

/** The last step: what will be deposited, what is missing, the sworn statement, and the button after which nothing changes any more. */
export function EtapeCertification(props: Props) {
  const { entete, reponses, posees, aReprendre, pieces, horsDemande, manquantes } = props
  const joints = [
    ...pieces,
    ...horsDemande.map(({ nom, ...fichier }) => ({ nom: `${nom} (n’est plus demandée)`, fichiers: [fichier] })),
  ]
  const manques = aReprendre.filter(({ champ }) => etapeDe(champ) !== 'CERTIFICATION')
  return (
    <CadreDemande entete={entete} etape="CERTIFICATION">
      <ChangementDeReglement {...props} />
      {manques.length > 0 && <Manques {...{ entete, posees, manques }} />}
      <EnvoisAttendus entete={entete} enVol={props.enVol.filter(({ bloque }) => bloque)} />
      {manquantes.length > 0 && <Absentes entete={entete} pieces={pieces} manquantes={manquantes} />}
      <h2>Résumé de la demande</h2>
      <Resume siret={props.siret} {...{ entete, reponses, posees }} />
      <h3>Fichiers joints</h3>
      {joints.every(({ fichiers }) => fichiers.length === 0) ? (
        <p>Aucun fichier n’est joint.</p>
      ) : (
        <ul>
          {joints.flatMap(({ nom, fichiers }) =>
            fichiers.map(({ id, nomFichier }) => (
              <li key={id}>
                {nom}
                {'\u00a0'}: {nomFichier}
              </li>
            )),
          )}
        </ul>
      )}
      <Certifier {...props} />
    </CadreDemande>
  )
}

function Manques({ entete, posees, manques }: Pick<Props, 'entete' | 'posees'> & { manques: Props['aReprendre'] }) {
  return (
    <section className={commun.refus} aria-labelledby="titre-manques">
      <h2 id="titre-manques">À compléter avant de valider</h2>
      <ul>
        {manques.map((une) => (
          <li key={une.champ}>
            <Link to={`${adresseDEtape(entete.id, etapeDe(une.champ))}#${une.champ}`}>
              {questionDe(une.champ, posees)}
            </Link>
            {'\u00a0'}: {phraseDeRefus(une)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function EnvoisAttendus({ entete, enVol }: Pick<Props, 'entete' | 'enVol'>) {
  if (enVol.length === 0) return null
  return (
    <section className={commun.refus} aria-labelledby="titre-envois">
      <h2 id="titre-envois">Fichiers en cours d’envoi</h2>
      <p>La demande ne peut pas être validée avant leur arrivée. Reprenez ou abandonnez chaque envoi.</p>
      <ul>
        {enVol.map(({ id, code, nomFichier, piece, par }) => (
          <li key={id}>
            <Link to={`${adresseDEtape(entete.id, 'PIECES')}#piece-${code}`}>{piece}</Link>
            {'\u00a0'}: {nomFichier}
            {par && `, envoyé par ${par}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Absentes({ entete, pieces, manquantes }: Pick<Props, 'entete' | 'pieces' | 'manquantes'>) {
  return (
    <section className={commun.fait} aria-labelledby="titre-absentes">
      <h2 id="titre-absentes">Pièces demandées et absentes</h2>
      <p>Vous pouvez valider sans elles{'\u00a0'}: l’instruction en sera retardée.</p>
      <ul>
        {pieces
          .filter(({ code }) => manquantes.includes(code))
          .map(({ code, nom }) => (
            <li key={code}>
              <Link to={`${adresseDEtape(entete.id, 'PIECES')}#piece-${code}`}>{nom}</Link>
            </li>
          ))}
      </ul>
    </section>
  )
}

const Resume = ({ entete, siret, reponses, posees }: Pick<Props, 'entete' | 'siret' | 'reponses' | 'posees'>) => (
  <Faits
    faits={[
      ['Raison sociale', entete.structure.nom],
      ...(siret ? [['SIRET', formatSiret(siret)] as const] : []),
      ...(['STRUCTURE', 'PROJET'] as const).flatMap((etape) => reponsesDites(etape, { reponses, posees })),
    ]}
  />
)
