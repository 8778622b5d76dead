import { Link } from '@remix-run/react'
import css from '#ui/extranet/extranet.module.css'

/** At the foot of every page of the extranet. Whether the site is accessible is said there in full (loi 2005-102, art. 47). */
export const Pied = () => (
  <footer className={css.large}>
    <nav aria-label="À propos de ce site" className={css.compte}>
      <Link to="/extranet/guide">Guide</Link>
      <Link to="/extranet/contact">Contact</Link>
      <Link to="/extranet/mentions-legales">Mentions légales</Link>
      <Link to="/extranet/accessibilite">Accessibilité{'\u00a0'}: non conforme</Link>
    </nav>
  </footer>
)
