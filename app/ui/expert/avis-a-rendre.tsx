import { formatMontant, type Montant } from '#domain/budget/montant'
import { MOTS_D_AVIS_MAX } from '#domain/avis-expert/avis-expert'
import { compter } from '#domain/nombre'
import { AVIS_PROPOSITION, type AvisProposition } from '#domain/proposition/proposition'
import { formatJour, type Jour } from '#domain/temps/jour'
import { PHRASE_CONFIDENTIEL } from '#libelles/avis-expert/avis-expert'
import { nomDePiece } from '#libelles/piece/piece'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche, Coches } from '#ui/kit/formulaire/coche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type ReponseAvis = Reponse & { rendu?: boolean }

type Projet = {
  objet: string
  pays: string
  villePartenaire: string
  projetDebut: Jour | null
  projetFin: Jour | null
  nbParticipants: number | null
  montantDemandeCents: Montant
  coutTotalCents: Montant | null
  structure: { nom: string; commune: string | null }
  campagne: { libelle: string }
}

export type AvisDemande = {
  prenom: string
  nom: string
  question: string
  confidentiel: boolean
  jusquAu: Jour
  version: number
  avis: AvisProposition | null
  mots: string
  renduLe: Date | null
  projet: Projet
  pieces: { id: string; nomFichier: string; taille: number; code: string | null }[]
}

type Props = { jeton: string; avisDemande: AvisDemande; recue: ReponseAvis | undefined }

/** What is asked of an expert, what they may read, and where they answer. */
export function AvisARendre({ jeton, avisDemande, recue }: Props) {
  const { prenom, nom, question, jusquAu, projet, pieces } = avisDemande
  return (
    <>
      <h1>Votre avis sur un projet</h1>
      <p>
        {prenom} {nom}, la mission vous demande votre avis. Répondez au plus tard le {formatJour(jusquAu)}.
      </p>
      <h2>La question</h2>
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{question}</p>
      <h2>Le projet</h2>
      <Faits faits={faitsDuProjet(projet)} />
      <h2>Les pièces à lire</h2>
      {pieces.length === 0 ? (
        <p>Aucune pièce n’est jointe à cette demande.</p>
      ) : (
        <ul>
          {pieces.map(({ id, nomFichier, taille, code }) => (
            <li key={id} style={{ overflowWrap: 'anywhere' }}>
              <a href={`/avis/${jeton}/pieces/${id}`} target="_blank" rel="noreferrer">
                {nomDePiece(code)} – {nomFichier} ({tailleLisible(taille)}, nouvel onglet)
              </a>
            </li>
          ))}
        </ul>
      )}
      <h2>Votre réponse</h2>
      <ReponseForm avisDemande={avisDemande} recue={recue} />
    </>
  )
}

function faitsDuProjet(projet: Projet): [string, string][] {
  const { projetDebut, projetFin, coutTotalCents, nbParticipants } = projet
  const dates = [projetDebut && `du ${formatJour(projetDebut)}`, projetFin && `au ${formatJour(projetFin)}`]
  const faits: [string, string][] = [
    ['Objet', projet.objet],
    ['Structure', [projet.structure.nom, projet.structure.commune].filter(Boolean).join(', ')],
    ['Appel à projets', projet.campagne.libelle],
    ['Pays et ville partenaire', [projet.pays, projet.villePartenaire].filter(Boolean).join(', ')],
    ['Dates', dates.filter(Boolean).join(' ')],
    ['Participants', nbParticipants === null ? '' : String(nbParticipants)],
    ['Montant demandé', formatMontant(projet.montantDemandeCents)],
    ['Coût total', coutTotalCents === null ? '' : formatMontant(coutTotalCents)],
  ]
  return faits.filter(([, valeur]) => valeur !== '')
}

function ReponseForm({ avisDemande, recue }: Pick<Props, 'avisDemande' | 'recue'>) {
  const { avis, mots, renduLe, version, jusquAu, confidentiel } = avisDemande
  const envoi = useEnvoi<ReponseAvis>({ nom: 'avisRendu', objet: '' })
  const reponse = envoi.data ?? recue
  const refus = erreurDe(reponse, 'mots')
  const choisi = avantDe(reponse, 'avis') || avis
  return (
    <>
      {renduLe && (
        <p className={css.fait} role="status">
          Votre avis est enregistré depuis le {formatInstant(renduLe)}. Vous pouvez le changer jusqu’au{' '}
          {formatJour(jusquAu)} inclus, par ce même lien.
        </p>
      )}
      <p>
        {confidentiel
          ? PHRASE_CONFIDENTIEL
          : 'Votre avis est lu par les agents qui instruisent la demande. Il aide à décider et ne décide pas.'}
      </p>
      <RefusResume
        reponse={reponse}
        questions={[
          ['avis', 'Votre avis'],
          ['mots', 'Vos raisons'],
        ]}
      />
      <Formulaire envoi={envoi} className={css.fiche} noValidate aria-label="Votre avis">
        <input type="hidden" name="version" value={version} />
        <div id="avis" tabIndex={-1} className={css.question}>
          <Coches titre="Votre avis" refus={erreurDe(reponse, 'avis')}>
            {AVIS_PROPOSITION.map((un) => (
              <Coche
                key={un}
                type="radio"
                name="avis"
                value={un}
                label={LIBELLE_AVIS_PROPOSITION[un]}
                defaultChecked={choisi === un}
              />
            ))}
          </Coches>
        </div>
        <div className={css.question}>
          <ChampTexte
            id="mots"
            name="mots"
            label="Vos raisons"
            defaultValue={avantDe(reponse, 'mots') || mots}
            multiline
            minRows={6}
            maxRows={20}
            error={refus !== undefined}
            helperText={refus ?? `${compter(MOTS_D_AVIS_MAX, 'caractère')} au plus.`}
            html={{ maxLength: MOTS_D_AVIS_MAX }}
          />
        </div>
        <button type="submit" className={css.bouton} disabled={envoi.state !== 'idle'}>
          {renduLe ? 'Changer mon avis' : 'Envoyer mon avis'}
        </button>
      </Formulaire>
    </>
  )
}
