import type { ReactNode } from 'react'
import { PageDeDehors } from '#ui/extranet/cadre-extranet'
import css from '#ui/extranet/extranet.module.css'

/** The frame of the one page that an expert sees: no account, and no way to anything else. */
export const CadreExpert = ({ children }: { children: ReactNode }) => (
  <PageDeDehors
    demandeur={null}
    enseigne={
      <p className={css.enseigne} style={{ margin: 0 }}>
        Europe et international
        <span>Avis sur une demande de subvention – Département du Pas-de-Calais</span>
      </p>
    }
    compte={null}
  >
    {children}
  </PageDeDehors>
)

/** What is read behind a link that opens nothing: the same for every reason, so that it tells nothing of a dossier. */
export const LienMort = () => (
  <>
    <h1>Ce lien ne s’ouvre plus</h1>
    <p>
      Sa date limite est passée, la mission l’a retiré, la demande est décidée, ou l’adresse n’est pas entière. Rien
      n’est perdu de ce que vous avez déjà envoyé.
    </p>
    <p>
      Pour donner encore votre avis, répondez au courriel qui vous l’a demandé{'\u00a0'}: la mission peut vous laisser
      plus de temps.
    </p>
  </>
)
