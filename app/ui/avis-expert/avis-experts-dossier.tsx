import { Box, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import type { EtatLienDAvis } from '#domain/avis-expert/avis-expert'
import type { EtatCourriel } from '#domain/courriel/courriel'
import type { AvisProposition } from '#domain/proposition/proposition'
import type { Jour } from '#domain/temps/jour'
import { PHRASE_CONFIDENTIEL, phraseEtatDAvis } from '#libelles/avis-expert/avis-expert'
import { LIBELLE_ETAT_COURRIEL } from '#libelles/courriel/courriel'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { formatInstant } from '#libelles/temps'
import { AvisDemandeForm, type FichierADonner } from '#ui/avis-expert/avis-demande-form'
import { ProlongerLien, RetirerLien } from '#ui/avis-expert/lien-d-avis'
import { ENCADRE } from '#ui/kit/encadre'

type DemandeMontree = {
  id: string
  prenom: string
  nom: string
  adresseCourriel: string
  question: string
  confidentiel: boolean
  jusquAu: Jour
  demandeLe: Date
  par: { prenom: string; nom: string }
  rappeleLe: Date | null
  lien: EtatLienDAvis
  /** Confidential, and its reader does not instruct. */
  cache: boolean
  rendu: { avis: AvisProposition; mots: string; le: Date } | null
  /** The mail that gave the link first. */
  courriel: { id: string; etat: EtatCourriel } | null
  pieces: { id: string; nomFichier: string }[]
  prolongeable: boolean
  revocable: boolean
}

export type AvisMontres = {
  version: number
  /** Another may be asked for, by who reads. */
  ouvert: boolean
  jusquAu: Jour
  fichiers: FichierADonner[]
  demandes: DemandeMontree[]
}

/** What people outside were asked about a dossier, and what they answered; then another may be asked. */
export function AvisExpertsDossier({ adresse, avis }: { adresse: string; avis: AvisMontres }) {
  const { version, ouvert, jusquAu, fichiers, demandes } = avis
  if (!ouvert && demandes.length === 0) return null
  const action = `${adresse}/avis`
  return (
    <Box component="section" aria-labelledby="titre-avis-experts" sx={ENCADRE}>
      <Typography id="titre-avis-experts" variant="h2" sx={{ fontSize: '1rem' }}>
        Avis extérieurs
      </Typography>
      {demandes.length === 0 && <p>Aucun avis n’est demandé pour l’instant.</p>}
      {demandes.map((une) => (
        <Une key={une.id} {...{ adresse, action, version, une }} />
      ))}
      {ouvert && (
        <details>
          <summary>Demander un avis à une personne extérieure</summary>
          <AvisDemandeForm key={demandes.length} {...{ action, version, jusquAu, fichiers }} />
        </details>
      )}
    </Box>
  )
}

type Props = { adresse: string; action: string; version: number; une: DemandeMontree }

function Une({ adresse, action, version, une }: Props) {
  const { id, prenom, nom, courriel, par, demandeLe, lien, jusquAu, rendu, rappeleLe, confidentiel, pieces } = une
  const qui = `${prenom} ${nom}`
  return (
    <Box
      component="article"
      aria-label={`Avis demandé à ${qui}`}
      sx={{ borderTop: 1, borderColor: 'divider', mt: 1, pt: 0.5 }}
    >
      <p>
        <strong>{qui}</strong> ({une.adresseCourriel}), demandé par {par.prenom} {par.nom} le {formatInstant(demandeLe)}
      </p>
      {confidentiel && <p>{PHRASE_CONFIDENTIEL}</p>}
      {rendu && (
        <>
          <p>
            <strong>{LIBELLE_AVIS_PROPOSITION[rendu.avis]}</strong>, le {formatInstant(rendu.le)}
          </p>
          <Box component="p" sx={{ whiteSpace: 'pre-wrap' }}>
            {rendu.mots}
          </Box>
        </>
      )}
      {!rendu && !une.cache && <p>Pas encore de réponse.{rappeleLe && ` Rappel du ${formatInstant(rappeleLe)}.`}</p>}
      <p>
        {phraseEtatDAvis(lien, jusquAu)}{' '}
        {courriel && (
          <Link to={`/courriels/${courriel.id}`}>
            Courriel du lien{'\u00a0'}: {LIBELLE_ETAT_COURRIEL[courriel.etat].toLowerCase()}
          </Link>
        )}
      </p>
      <details>
        <summary>Ce qui lui est demandé</summary>
        <Box component="p" sx={{ whiteSpace: 'pre-wrap' }}>
          {une.question}
        </Box>
        {pieces.length === 0 ? (
          <p>Aucune pièce à lire.</p>
        ) : (
          <ul>
            {pieces.map((piece) => (
              <li key={piece.id}>
                <a href={`${adresse}/pieces/${piece.id}/fichier`} target="_blank" rel="noreferrer">
                  {piece.nomFichier} (nouvel onglet)
                </a>
              </li>
            ))}
          </ul>
        )}
      </details>
      {une.prolongeable && (
        <details>
          <summary>Laisser plus de temps à {qui}</summary>
          <ProlongerLien {...{ action, version, avisId: id, qui }} />
        </details>
      )}
      {une.revocable && <RetirerLien {...{ action, version, avisId: id, qui }} />}
    </Box>
  )
}
