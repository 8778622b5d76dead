import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import type { EtatDeLettre } from '#domain/seance/lettre-repetee'
import type { Anomalie } from '#domain/seance/repetition'
import { MOTS_ANOMALIE } from '#libelles/seance/repetition'
import { CourrielApercu, type CourrielMontre } from '#ui/courriel/courriel-apercu'
import { Retour } from '#ui/kit/acte/retour'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

type Ligne = {
  numero: string
  objet: string
  structure: string
  montantCents: bigint | null
  destinataire: string | null
  lettre: EtatDeLettre
}

type Props = {
  seanceId: string
  groupes: readonly { anomalie: Anomalie; bloque: boolean; lignes: readonly Ligne[] }[]
  sansAnomalie: readonly Ligne[]
  /** The mail being read, and its dossier. */
  vu: { numero: string; courriel: CourrielMontre } | null
}

/** The mails of a séance before they leave: those with something to look at, group by group, then the others, and the one being read. */
export function Repetition({ seanceId, groupes, sansAnomalie, vu }: Props) {
  return (
    <div className={css.repetition}>
      <div>
        {groupes.map(({ anomalie, bloque, lignes }) => (
          <Groupe
            key={anomalie}
            titre={MOTS_ANOMALIE[anomalie].titre}
            dit={`${MOTS_ANOMALIE[anomalie].quoi}${bloque ? ' Cette décision ne partira pas ainsi.' : ''}`}
            seanceId={seanceId}
            lignes={lignes}
            vu={vu?.numero}
          />
        ))}
        <Groupe titre="Rien à signaler" dit="" seanceId={seanceId} lignes={sansAnomalie} vu={vu?.numero} />
      </div>
      {vu && (
        <section aria-label={`Courriel du dossier ${vu.numero}`}>
          <h2>Dossier {vu.numero}</h2>
          <CourrielApercu key={vu.numero} courriel={vu.courriel} />
        </section>
      )}
    </div>
  )
}

type PropsGroupe = { titre: string; dit: string; seanceId: string; lignes: readonly Ligne[]; vu: string | undefined }

function Groupe({ titre, dit, seanceId, lignes, vu }: PropsGroupe) {
  if (lignes.length === 0) return null
  return (
    <section aria-label={titre} className={css.groupe}>
      <h2>
        {titre} ({lignes.length})
      </h2>
      {dit && <p>{dit}</p>}
      <ul>
        {lignes.map(({ numero, objet, structure, montantCents, destinataire, lettre }) => (
          <li key={numero}>
            <Link to={`/dossiers/${numero}`}>{numero}</Link> {objet} · {structure} ·{' '}
            {montantCents === null ? 'refus' : formatMontant(montantCents)}
            {destinataire !== null && (
              <>
                {' · '}
                <Link
                  to={`?voir=${numero}`}
                  preventScrollReset
                  aria-current={vu === numero ? 'true' : undefined}
                  aria-label={`Lire le courriel du dossier ${numero}`}
                >
                  {destinataire}
                </Link>
              </>
            )}
            {lettre !== 'LETTRE_SANS_SIGNATAIRE' && (
              <>
                {' · '}
                <a
                  href={`/commissions/${seanceId}/lettres/${numero}`}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`Lire la lettre du dossier ${numero} (PDF, nouvel onglet)`}
                >
                  lettre
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type PropsPreparation = {
  seance: { id: string; version: number }
  total: number
  /** Who read these mails; null while nobody put them forward. */
  preparation: { par: string } | null
}

/** Puts the mails forward for someone else to let them go, or takes that back. */
export function Preparation({ seance, total, preparation }: PropsPreparation) {
  const envoi = useEnvoi<Reponse>({ nom: 'preparationSeance', objet: seance.id })
  return (
    <Formulaire envoi={envoi} aria-label="Préparation" className={css.formulaire}>
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value={preparation ? 'reprendre' : 'preparer'} />
      <input type="hidden" name="version" value={seance.version} />
      <p className={css.dit}>
        {preparation ? (
          <>
            Relus par {preparation.par}. Une autre personne, responsable, les fait partir depuis la page de la séance.
          </>
        ) : (
          <Retour de="preparerNotification" />
        )}
      </p>
      <div className={css.boutons}>
        <Button type="submit" variant={preparation ? 'outlined' : 'contained'} disabled={envoi.state !== 'idle'}>
          {preparation ? 'Reprendre cette préparation' : `J’ai relu ${compter(total, 'courriel')}, à faire partir`}
        </Button>
      </div>
    </Formulaire>
  )
}
