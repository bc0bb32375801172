"""Rewrites certificate and record of an existing image after what is stated of it has changed.

Bound to the image by its SHA-256; reads no picture.
"""

import hashlib

from pixelseal.core.base.errors import EngineFault
from pixelseal.core.evidence import certificate as certificates
from pixelseal.core.evidence.record import recipe_of, with_statements
from pixelseal.model import review as reviews
from pixelseal.model.finding import Finding
from pixelseal.model.policy import rules
from pixelseal.model.policy.policy import Policy
from pixelseal.model.policy.refused import PolicyRefused
from pixelseal.model.review import Review


def recertify(
    untrusted_image: bytes,
    untrusted_certificate: str,
    untrusted_record: str,
    review: Review,
    finding: Finding | None = None,
    policy: Policy | None = None,
) -> tuple[str, str]:
    """Certificate and record of the same image with another review.

    `finding` is what programs looked for, in place of what both stated of it; without it that
    stays, since nothing can make it undone.
    `policy` is the one that the certificate names: it is obeyed again. Where it names none, the
    policy is asked for all of it, what was done by the record's recipe, and is named from then on.
    SourceRefused (certificate-unreadable) for a text that is not a certificate; EngineFault where
    the certificate or the record is about other bytes; RecipeRefused (review-unreadable,
    finding-unreadable); PolicyRefused: policy-missing for another policy than the certificate's,
    and as `pixelseal.model.policy.rules.require`, `require_format`.
    """
    reviews.require(review)
    certificate = certificates.parse(untrusted_certificate.encode("utf-8", "replace"))
    sha256 = hashlib.sha256(untrusted_image).hexdigest()
    # A wording that is no longer written would state what was not asked.
    if certificate.sha256 != sha256 or certificate.form not in certificates.WRITTEN:
        raise EngineFault("engine-fault")
    if certificate.policy is None and policy is not None:
        rules.require_recipe(policy, recipe_of(untrusted_record, sha256))
        rules.require_format(policy, certificate.format)
        certificate = under(certificate, policy)
    elif certificates.policy_by(policy) != certificate.policy:
        raise PolicyRefused("policy-missing")
    answers = certificates.answer_row(review)
    changed = certificate._replace(looked=review.looked, shown=review.shown, answers=answers)
    changed = with_finding(changed, finding)
    if policy is not None:
        stated = changed.sought
        looked = stated.programs if stated is not None and stated.before else ()
        again = stated is not None and stated.again is not None
        rules.require_stated(policy, review, looked, again)
    text = changed.to_text()
    return text, with_statements(untrusted_record, sha256, review, finding, policy)


def under(certificate: certificates.Certificate, policy: Policy) -> certificates.Certificate:
    """The certificate with a policy that was obeyed."""
    form = certificates.least_form(
        certificate.regions, certificate.reasons, certificate.lying, True
    )
    return certificate._replace(policy=certificates.policy_by(policy), form=form)


def with_finding(
    certificate: certificates.Certificate, finding: Finding | None
) -> certificates.Certificate:
    """The certificate with another statement of what programs looked for; without one, as it is.

    RecipeRefused: finding-unreadable.
    """
    sought = certificates.sought_by(finding, sum(count for _, count in certificate.regions))
    if sought is None:
        return certificate
    form = certificates.least_form(
        certificate.regions, certificate.reasons, certificate.lying, True
    )
    return certificate._replace(sought=sought, form=form)
