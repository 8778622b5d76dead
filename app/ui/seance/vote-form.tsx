import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { formatMontant } from '#domain/budget/montant'
import { MOTIFS_REFUS } from '#domain/dossier/decision'
import { compter } from '#domain/nombre'
import { LONGUEUR_MAX_PRESENTS, type Vote, VOTES } from '#domain/seance/vote'
import { LIBELLE_MOTIF_REFUS } from '#libelles/dossier/dossier'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import { LIBELLE_VOTE } from '#libelles/seance/seance'
import { Retour } from '#ui/kit/acte/retour'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import type { LigneVue } from '#ui/seance/seance-liste'
import css from '#ui/seance/seance.module.css'

const CHAMPS = ['montant', 'motif', 'precision', 'depassement', 'presents']

type Props = { seanceId: string; ligne: LigneVue; restent: number; presents: string; reponse: Reponse | undefined }

/** The vote of one line, as it is read aloud: arrows choose, Entrée writes, and the next line takes its place. */
export function VoteForm({ seanceId, ligne, restent, presents, reponse: sansScript }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'vote', objet: ligne.id })
  const reponse = envoi.data ?? sansScript
  const premier = useRef<HTMLInputElement>(null)
  // The line just voted has left the page with what had the focus: the next one takes it.
  useEffect(() => premier.current?.focus(), [])
  const [vote, setVote] = useState<Vote>('ADOPTE')
  const refuse = vote === 'REJETE' || (vote === 'ADOPTE' && ligne.avis === 'DEFAVORABLE')
  const partiel = vote === 'MODIFIE' || (vote === 'ADOPTE' && (ligne.proposeCents ?? 0n) < ligne.montantDemandeCents)
  const champ = (nom: string, aide?: string) => {
    const refus = erreurDe(reponse, nom)
    return { name: nom, error: Boolean(refus), helperText: refus ?? aide }
  }
  return (
    <section className={css.suite} aria-label={`Vote du dossier ${ligne.numero}`}>
      <h2>
        {ligne.rang}. <Link to={`/dossiers/${ligne.numero}`}>{ligne.numero}</Link> {ligne.objet}
      </h2>
      <p className={css.sommes}>
        <span>{ligne.structure}</span>
        <span>
          Demandé{'\u00a0'}: {formatMontant(ligne.montantDemandeCents)}
        </span>
        <span>
          Proposé{'\u00a0'}: {formatMontant(ligne.proposeCents ?? 0n)}
          {ligne.avis && ` (${LIBELLE_AVIS_PROPOSITION[ligne.avis].toLowerCase()})`}
        </span>
        <span>{compter(restent, 'vote à saisir', 'votes à saisir')}</span>
      </p>
      <Formulaire
        envoi={envoi}
        ref={useFoyerDuRefus(reponse)}
        action={`/commissions/${seanceId}/votes`}
        noValidate
        className={css.formulaire}
      >
        <FormErreur reponse={reponse} champs={CHAMPS} />
        <input type="hidden" name="intent" value="voter" />
        <input type="hidden" name="version" value={ligne.version} />
        <input type="hidden" name="ligneId" value={ligne.id} />
        <fieldset className={css.votes}>
          <legend>Vote</legend>
          {VOTES.map((un, rang) => (
            <label key={un}>
              <input
                type="radio"
                name="vote"
                value={un}
                defaultChecked={rang === 0}
                ref={rang === 0 ? premier : undefined}
                onChange={() => setVote(un)}
              />
              {LIBELLE_VOTE[un]}
            </label>
          ))}
        </fieldset>
        {vote === 'MODIFIE' && (
          <ChampTexte label="Montant voté (€)" {...champ('montant', 'Au plus le montant demandé.')} />
        )}
        {refuse && (
          <ChampChoix label="Motif du refus" {...champ('motif')}>
            <RienDeChoisi />
            {MOTIFS_REFUS.map((motif) => (
              <option key={motif} value={motif}>
                {LIBELLE_MOTIF_REFUS[motif]}
              </option>
            ))}
          </ChampChoix>
        )}
        {vote !== 'AJOURNE' && (refuse || partiel) && (
          <ChampTexte
            label={refuse ? 'Pourquoi' : 'Pourquoi moins que demandé'}
            multiline
            minRows={2}
            maxRows={8}
            {...champ('precision', 'La structure le lira.')}
          />
        )}
        {vote !== 'AJOURNE' && !refuse && erreurDe(reponse, 'depassement') && (
          <ChampTexte
            label="Pourquoi au-delà de l’enveloppe"
            multiline
            minRows={2}
            maxRows={8}
            {...champ('depassement')}
          />
        )}
        <ChampTexte
          label="Présents, et qui ne prend pas part au vote"
          defaultValue={presents}
          html={{ maxLength: LONGUEUR_MAX_PRESENTS }}
          {...champ(
            'presents',
            presents ? 'Repris du vote précédent\u00a0: corrigez-le s’il a changé.' : 'Facultatif.',
          )}
        />
        <Retour de="voter" />
        <div className={css.boutons}>
          <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer le vote
          </Button>
        </div>
      </Formulaire>
    </section>
  )
}
