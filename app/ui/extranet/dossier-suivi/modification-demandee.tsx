import type { ReactNode } from 'react'
import { SECTIONS } from '#domain/dossier/deverrouillage'
import { LONGUEUR_MAX_SOUHAIT } from '#domain/demande-en-ligne/modification-voulue'
import { PARTIE_DE_LA_DEMANDE, phraseDeVouloir } from '#libelles/demandeur/suivi'
import { formatInstant } from '#libelles/temps'
import { useLectureSeule } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { SouhaitDit, Suivi } from '#ui/extranet/dossier-suivi/suivi'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche } from '#ui/kit/formulaire/coche'
import { type Envoi, useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { suivi: Suivi; recue: Reponse<{ demandee: boolean }> | undefined }

/** Asks to change what is deposited, and says what became of what was asked before. */
export function ModificationDemandee({ suivi, recue }: Props) {
  const { id, empechement, souhaits, etat } = suivi
  const envoi = useEnvoi<Reponse<{ demandee: boolean }>>({ nom: 'modificationVoulue', objet: id })
  const reponse = envoi.data ?? recue
  const refusSections = erreurDe(reponse, 'sections')
  const refusTexte = erreurDe(reponse, 'texte')
  // What is open is changed: nothing is to be asked for.
  if (etat === 'BROUILLON' || (suivi.ouverture && souhaits.length === 0)) return null
  return (
    <section aria-labelledby="modifier">
      <h2 id="modifier">Demander une modification exceptionnelle</h2>
      {reponse?.demandee && (
        <p role="status" className={commun.fait}>
          Votre demande est transmise à la mission, qui vous répond par courriel.
        </p>
      )}
      {souhaits.map((souhait) => (
        <SouhaitRappele key={souhait.id} souhait={souhait} />
      ))}
      {empechement && <p>{phraseDeVouloir(empechement)}</p>}
      {!empechement && (
        <>
          <p>
            Une demande validée ne se modifie plus. En cas d’erreur, dites quelles parties vous voulez changer et
            pourquoi{'\u00a0'}: la mission ouvre la demande ou vous explique son refus. Votre date de dépôt est gardée.
          </p>
          <RefusResume
            reponse={reponse}
            questions={[
              ['sections', 'Parties à modifier'],
              ['texte', 'Pourquoi'],
            ]}
          />
          <Cadre envoi={envoi}>
            <fieldset
              className={css.parties}
              id="sections"
              tabIndex={-1}
              aria-describedby={refusSections && 'refus-sections'}
            >
              <legend>Parties à modifier</legend>
              {SECTIONS.map((section) => (
                <Coche key={section} name="sections" value={section} label={PARTIE_DE_LA_DEMANDE[section]} />
              ))}
              {refusSections && <p id="refus-sections">{refusSections}</p>}
            </fieldset>
            <div className={commun.question}>
              <ChampTexte
                id="texte"
                name="texte"
                label="Pourquoi"
                defaultValue={avantDe(reponse, 'texte')}
                multiline
                minRows={3}
                maxRows={12}
                error={refusTexte !== undefined}
                helperText={refusTexte ?? 'Par exemple\u00a0: le budget joint est celui de l’an dernier.'}
                html={{ maxLength: LONGUEUR_MAX_SOUHAIT }}
              />
            </div>
            <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
              Demander cette modification
            </button>
          </Cadre>
        </>
      )}
    </section>
  )
}

/** The form; where the page is only looked at, the same fields, of which none is written in nor sent. */
function Cadre({ envoi, children }: { envoi: Envoi<Reponse<{ demandee: boolean }>>; children: ReactNode }) {
  if (useLectureSeule())
    return (
      <fieldset disabled className={css.fige} aria-label="Demande de modification">
        <div className={commun.fiche}>{children}</div>
      </fieldset>
    )
  return (
    <Formulaire envoi={envoi} className={commun.fiche} noValidate aria-label="Demande de modification">
      {children}
    </Formulaire>
  )
}

const SUITE = {
  EN_ATTENTE: 'attend une réponse de la mission',
  ACCEPTEE: 'acceptée',
  REFUSEE: 'refusée',
} as const

const SouhaitRappele = ({ souhait: { recueLe, texte, suite, motifRefus, sections } }: { souhait: SouhaitDit }) => (
  <div className={css.courriel}>
    <p>
      Demandée le {formatInstant(recueLe)}
      {'\u00a0'}: {SUITE[suite]}.
    </p>
    {sections.length > 0 && <p>{sections.map((section) => PARTIE_DE_LA_DEMANDE[section]).join(' · ')}</p>}
    <blockquote>{texte}</blockquote>
    {motifRefus && (
      <p>
        Pourquoi{'\u00a0'}: {motifRefus}
      </p>
    )}
  </div>
)
